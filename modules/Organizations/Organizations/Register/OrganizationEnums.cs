namespace Modular.Organizations.Register;

/// <summary>In what field of life the organization works (lĩnh vực, loại hình đơn vị).</summary>
internal enum FieldType
{
    /// <summary>A commune (xã).</summary>
    Commune,

    /// <summary>A ward (phường).</summary>
    Ward,

    /// <summary>A township (thị trấn), up to 30 June 2025.</summary>
    Township,

    /// <summary>A special zone (đặc khu).</summary>
    SpecialZone,

    /// <summary>A hamlet, village or residential group (thôn, xóm, ấp, tổ dân phố, khu phố).</summary>
    ResidentialArea,

    /// <summary>An agency (cơ quan).</summary>
    Agency,

    /// <summary>A public service unit (đơn vị sự nghiệp công lập).</summary>
    PublicServiceUnit,

    /// <summary>A state enterprise (doanh nghiệp nhà nước).</summary>
    StateEnterprise,

    /// <summary>A private or foreign-invested enterprise (doanh nghiệp tư nhân, có vốn đầu tư nước ngoài).</summary>
    PrivateEnterprise,

    /// <summary>A cooperative (hợp tác xã).</summary>
    Cooperative,

    /// <summary>A school (trường học).</summary>
    School,

    /// <summary>The armed forces (lực lượng vũ trang).</summary>
    ArmedForces,

    /// <summary>Abroad (ngoài nước).</summary>
    Overseas,
}

/// <summary>The standing in law of the unit in which the organization was founded (tư cách pháp nhân của đơn vị).</summary>
internal enum HostLegalStatus
{
    /// <summary>A basic unit with legal personality (đơn vị cơ sở có tư cách pháp nhân).</summary>
    LegalPerson,

    /// <summary>A unit that belongs to another one (đơn vị phụ thuộc).</summary>
    DependentUnit,

    /// <summary>No unit in law: a hamlet, a residential group (không có tư cách pháp nhân).</summary>
    None,
}
