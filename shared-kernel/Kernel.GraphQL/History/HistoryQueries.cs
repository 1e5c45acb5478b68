using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.History;

/// <summary>
/// The last seal of the history (niêm phong lịch sử). Written down elsewhere, for instance in the minutes of an inspection, it proves later that
/// nothing up to it was altered.
/// </summary>
/// <param name="Position">How many changes are sealed.</param>
/// <param name="Hash">The hash over all of them, 64 hexadecimal digits.</param>
/// <param name="SealedAt">When the last one was sealed.</param>
[GraphQLName("HistorySeal")]
[Classified(DataClass.Internal)]
internal sealed record HistorySealView(long Position, string Hash, DateTimeOffset SealedAt);

[QueryType]
internal static class HistoryQueries
{
    private const int MostChanges = 1_000;

    /// <summary>The last seal of the history of the province; null before the first change.</summary>
    [Requires(HistoryPermissions.Read)]
    [Classified(DataClass.Internal)]
    public static async Task<HistorySealView?> HistorySealAsync(
        HistoryVerifier history, ICurrentProvince province, ICurrentAccess access, CancellationToken cancellationToken)
    {
        WholeProvince(access, HistoryPermissions.Read);
        return await history.ReadHeadAsync(province.Province.Id, cancellationToken) is { } seal
            ? new HistorySealView(seal.Position, seal.Hash, seal.SealedAt)
            : null;
    }

    /// <summary>
    /// What changed in the province, in the order of commits, for whoever keeps a copy elsewhere: which object, not which values. Ask with `after` where the last
    /// answer ended; nothing is missed and nothing comes twice.
    /// </summary>
    /// <param name="feed">Reads the changes.</param>
    /// <param name="access">Whoever asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="after">The `end` of the last answer; from the beginning where it is left out.</param>
    /// <param name="first">How many at most, up to 1,000.</param>
    [Requires(HistoryPermissions.Follow)]
    [Classified(DataClass.Internal)]
    public static Task<ChangePage> ChangesAsync(
        ChangeFeed feed, ICurrentAccess access, CancellationToken cancellationToken, string? after = null, int first = 100)
    {
        WholeProvince(access, HistoryPermissions.Follow);
        if (first is < 1 or > MostChanges)
            throw new GraphQLException($"`first` must be from 1 to {MostChanges}.", KernelErrorCodes.BadInput);
        return feed.ReadAsync(ChangeFeed.PositionOf(after), first, cancellationToken);
    }

    private static void WholeProvince(ICurrentAccess access, string permission)
    {
        if (!access.ScopeOf(permission).CoversProvince)
            throw KernelErrors.LacksForWholeProvince(permission);
    }
}
