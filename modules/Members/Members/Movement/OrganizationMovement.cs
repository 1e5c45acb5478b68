using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;

namespace Modular.Members.Movement;

[ExtendObjectType("Organization")]
internal static class OrganizationMovement
{
    private const int MostEntries = 500;

    /// <summary>
    /// The movement of members in a period, with all organizations below by the tree of each day (biến động đảng viên, biểu 1-TCTW). Null where the
    /// period ends before it begins.
    /// </summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Count)]
    public static Task<IReadOnlyDictionary<Guid, MovementReport>> MembershipMovementAsync(
        [Parents] IReadOnlyList<Guid> organizations, DateOnly from, DateOnly to, MovementFigures figures, CancellationToken cancellationToken) =>
        figures.ReportAsync(organizations, from, to, cancellationToken);

    /// <summary>Who stands behind a line of the report on the movement of members, by day.</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period.</param>
    /// <param name="line">The line.</param>
    /// <param name="first">How many, at most 500.</param>
    /// <param name="skip">How many of the earliest are left out.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Read)]
    public static Task<IReadOnlyDictionary<Guid, IReadOnlyList<MovementEntry>>> MembershipMovementEntriesAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        DateOnly from,
        DateOnly to,
        MovementLine line,
        MovementFigures figures,
        CancellationToken cancellationToken,
        int first = 100,
        int skip = 0) =>
        figures.EntriesAsync(organizations, from, to, line, Math.Clamp(first, 0, MostEntries), Math.Max(skip, 0), cancellationToken);
}
