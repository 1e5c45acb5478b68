using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Codes;

/// <summary>A code that an organization has, or had, under a scheme (mã tổ chức đảng). ORG-24: it is never given again.</summary>
internal sealed class OrganizationCode : IProvinceOwned
{
    private OrganizationCode()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public CodeScheme Scheme { get; private set; }

    public string Value { get; private set; } = "";

    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>The first day; the database derives it, for lists in order.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>A code from a day on.</summary>
    public static OrganizationCode Give(Guid organizationId, CodeScheme scheme, string value, DateOnly from) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organizationId,
        Scheme = scheme,
        Value = value,
        Valid = Period.From(from),
    };

    /// <summary>Ends the period; the code stays the organization's for ever.</summary>
    public void End(DateOnly end) => Valid = Valid.Until(end);
}
