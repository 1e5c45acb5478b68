namespace Modular.Kernel.Access;

/// <summary>How far a grant reaches from the place where it was given.</summary>
public enum Reach
{
    /// <summary>Only what is about the user: their own member record, their own comments.</summary>
    Self,

    /// <summary>The organization of the grant, without those below it.</summary>
    Organization,

    /// <summary>The organization of the grant and every organization below it, as the tree stands today.</summary>
    OrganizationAndBelow,

    /// <summary>Everything of the province.</summary>
    Province,
}
