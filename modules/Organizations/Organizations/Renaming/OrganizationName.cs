using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Texts;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Renaming;

/// <summary>A name that an organization bears for a period (tên gọi).</summary>
internal sealed class OrganizationName : IProvinceOwned
{
    private OrganizationName()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public string SearchKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>The first day; the database derives it, for lists in order.</summary>
    public DateOnly ValidFrom { get; private set; }

    public Guid? DecisionId { get; private set; }

    /// <summary>The name that the organization bears now, from a day on.</summary>
    public static OrganizationName Of(Organization organization, DateOnly from, Guid? decisionId) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organization.Id,
        Name = organization.Name,
        ShortName = organization.ShortName,
        SearchKey = VietnameseText.SearchKey(organization.Name),
        SortKey = organization.SortKey,
        Valid = Period.From(from),
        DecisionId = decisionId,
    };

    /// <summary>Ends the period.</summary>
    public void End(DateOnly end) => Valid = Valid.Until(end);

    /// <summary>Another short name for the same official one, which takes no decision.</summary>
    public void Shorten(string? shortName) => ShortName = shortName;
}
