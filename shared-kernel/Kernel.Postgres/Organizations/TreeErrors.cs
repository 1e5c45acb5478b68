namespace Modular.Kernel.Postgres.Organizations;

/// <summary>What is said when the tree is asked for something impossible. The Organizations module checks its rules before.</summary>
internal static class TreeErrors
{
    public static InvalidOperationException NoPlace(Guid organization, DateOnly day) =>
        new($"Organization {organization} has no place in the tree on {day:yyyy-MM-dd}.");

    public static InvalidOperationException AlreadyPlaced(Guid organization) =>
        new($"Organization {organization} already has a place in the tree.");

    public static InvalidOperationException BelowItself(Guid organization, Guid newParent) =>
        new($"Organization {organization} cannot move below {newParent}, which is itself or lies below it.");

    public static InvalidOperationException OthersBelow(Guid organization, DateOnly day) =>
        new($"Organizations below {organization} have a place in the tree on or after {day:yyyy-MM-dd}.");

    public static InvalidOperationException Circle(IEnumerable<Guid> organizations) =>
        new($"The parents of these organizations go round in a circle: {string.Join(", ", organizations)}.");
}
