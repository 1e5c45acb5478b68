using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Kinds;

/// <summary>The kind that an organization is of for a period (loại hình tổ chức đảng).</summary>
internal sealed class OrganizationKind : IProvinceOwned
{
    private OrganizationKind()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Kind { get; private set; } = "";

    public string? Subkind { get; private set; }

    public string Era { get; private set; } = "";

    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>The first day; the database derives it, for lists in order.</summary>
    public DateOnly ValidFrom { get; private set; }

    public Guid? DecisionId { get; private set; }

    /// <summary>The kind that the organization is of now, from a day on.</summary>
    public static OrganizationKind Of(Organization organization, DateOnly from, Guid? decisionId) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organization.Id,
        Kind = organization.Kind,
        Subkind = organization.Subkind,
        Era = organization.Era,
        Valid = Period.From(from),
        DecisionId = decisionId,
    };

    /// <summary>Ends the period.</summary>
    public void End(DateOnly end) => Valid = Valid.Until(end);
}
