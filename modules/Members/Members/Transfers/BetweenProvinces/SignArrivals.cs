using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>Boxes of papers from other provinces that are signed.</summary>
internal sealed record SignArrivalsInput
{
    /// <summary>The papers, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedArrivalInput> Arrivals { get; init; }

    /// <summary>The day of the signature; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who signs (MEM-27), as the paper says it.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Signs all boxes in a row for which the user may sign, not only the next.</summary>
    public bool AllInReach { get; init; }
}

[MutationType]
internal static class SignArrivals
{
    /// <summary>
    /// Signs the next box of papers from another province (ký ô tiếp theo trên giấy giới thiệu từ tỉnh khác đến) for the committee whose turn it is on the way down to the cell, and enters it in that
    /// committee's register of introductions under the next number. The box of the cell is signed by <c>acceptArrivals</c>.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<ArrivalIsSettled>]
    [Error<AnotherOrganizationSignsNow>]
    [Error<NoCommitteeIsToSign>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<List<Arrival>>> SignArrivalsAsync(SignArrivalsInput input, ArrivalSigning signing, CancellationToken cancellationToken) =>
        signing.RunAsync(input, cancellationToken);
}

/// <summary>Signs boxes of papers from other provinces.</summary>
internal sealed class ArrivalSigning(IWrite<MembersDbContext> write, ArrivalBoxes boxes)
{
    public Task<Result<List<Arrival>>> RunAsync(SignArrivalsInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => SignAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Arrival>>> SignAsync(MembersDbContext db, SignArrivalsInput input, CancellationToken cancellationToken)
    {
        var opened = await ArrivalRules.OpenUnsettledAsync(db, input.Arrivals, "input.arrivals", isList: true, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var on = input.On ?? db.Today;
        List<Problem> problems = [.. Wording.CheckLength(input.SignedBy, 300, "input.signedBy")];
        var read = await ArrivalPaper.ReadAsync(db, opened.Value, cancellationToken);
        var inReach = await boxes.InReachAsync(db, read, cancellationToken);
        foreach (var paper in read)
            problems.AddRange(await CheckAsync(db, paper, inReach, on, cancellationToken));
        if (problems.Count > 0)
            return problems.DistinctBy(problem => (problem.Code, problem.Field)).ToList();
        foreach (var box in read.SelectMany(paper => Now(paper, input, inReach)))
            await ArrivalBoxes.SignAsync(db, box, on, Wording.Clean(input.SignedBy), cancellationToken);
        return opened.Value.Select(one => one.Arrival).ToList();
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(
        MembersDbContext db, ArrivalPaper paper, IReadOnlySet<Guid> inReach, DateOnly on, CancellationToken cancellationToken)
    {
        var field = $"{paper.Field}.id";
        if (paper.Unsigned is not [var next, ..])
            return [new NoCommitteeIsToSign { Field = field }];
        if (!inReach.Contains(next.OrganizationId!.Value))
            return [await boxes.NotNowAsync(db, next, cancellationToken) with { Field = field }];
        if (on > db.Today)
            return [new DateLiesInTheFuture(on, db.Today) { Field = "input.on" }];
        return on < paper.LatestDay ? [new EffectiveDateIsBeforeEarlierFact(on, paper.LatestDay) { Field = "input.on" }] : [];
    }

    private static List<ArrivalBox> Now(ArrivalPaper paper, SignArrivalsInput input, IReadOnlySet<Guid> inReach) => input.AllInReach
        ? [.. paper.Unsigned.TakeWhile(box => inReach.Contains(box.OrganizationId!.Value))]
        : [paper.Unsigned[0]];
}
