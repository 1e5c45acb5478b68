namespace Modular.Organizations.Contracts;

/// <summary>The state of an organization. The last five are final: code and history stay, nothing is deleted.</summary>
public enum OrganizationState
{
    /// <summary>Prepared and not founded yet (dự thảo).</summary>
    Draft,

    /// <summary>Works (đang hoạt động).</summary>
    Active,

    /// <summary>Suspended as a disciplinary measure (đình chỉ hoạt động).</summary>
    Suspended,

    /// <summary>Merged into another organization (hợp nhất, sáp nhập).</summary>
    Merged,

    /// <summary>Split into others (chia tách).</summary>
    Split,

    /// <summary>Dissolved (giải thể).</summary>
    Dissolved,

    /// <summary>Disbanded as a disciplinary measure (giải tán).</summary>
    DisbandedByDiscipline,

    /// <summary>Its activity has ended (kết thúc hoạt động).</summary>
    Ended,
}

/// <summary>What follows from a state.</summary>
public static class OrganizationStates
{
    /// <summary>Whether nothing can happen to the organization any more.</summary>
    public static bool IsFinal(this OrganizationState state) => state >= OrganizationState.Merged;

    /// <summary>Whether the organization works, so that members and organizations may be put into it.</summary>
    public static bool TakesIn(this OrganizationState state) => state == OrganizationState.Active;
}
