namespace Modular.Organizations.Agencies;

/// <summary>What sort of agency of a committee it is; the two are counted apart (ORG-20).</summary>
internal enum PartyAgencyKind
{
    /// <summary>An agency that advises and assists (cơ quan chuyên trách tham mưu, giúp việc): an office, a board.</summary>
    Advisory,

    /// <summary>A service unit (đơn vị sự nghiệp): a political school or centre, a newspaper.</summary>
    ServiceUnit,
}
