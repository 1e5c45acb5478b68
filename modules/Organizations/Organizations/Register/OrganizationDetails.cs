namespace Modular.Organizations.Register;

/// <summary>What is known of an organization beyond name, kind, place and code.</summary>
internal sealed record OrganizationDetails
{
    public FieldType? FieldType { get; init; }

    public HostLegalStatus? HostLegalStatus { get; init; }

    public bool MayAdmit { get; init; }

    public bool MayExpel { get; init; }

    public int? AdministrativeUnitId { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>What is known of an organization now.</summary>
    public static OrganizationDetails Of(Organization organization) => new()
    {
        FieldType = organization.FieldType,
        HostLegalStatus = organization.HostLegalStatus,
        MayAdmit = organization.MayAdmit,
        MayExpel = organization.MayExpel,
        AdministrativeUnitId = organization.AdministrativeUnitId,
        Address = organization.Address,
        Phone = organization.Phone,
        Email = organization.Email,
    };
}
