using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>An introduction that is to be changed.</summary>
internal sealed record ChangedIntroductionInput
{
    /// <summary>The introduction.</summary>
    [ID("ResidenceIntroduction")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>An introduction with its place in the input.</summary>
/// <param name="Introduction">The introduction.</param>
/// <param name="Field">Where it stands in the input.</param>
internal sealed record OpenedIntroduction(Introduction Introduction, string Field);

/// <summary>Opens introductions for a change: finds those that the user sees, and compares the versions that were read.</summary>
internal sealed class OpenedIntroductions(Reaches reaches)
{
    private const string Path = "input.introductions";

    /// <summary>The introductions in the order asked, or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The introductions with the versions that the user read.</param>
    /// <param name="permission">What the step takes.</param>
    /// <param name="actor">The organization whose turn it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<List<OpenedIntroduction>>> OpenAsync(
        LiaisonDbContext db,
        IReadOnlyList<ChangedIntroductionInput> asked,
        string permission,
        Func<Introduction, Guid?> actor,
        CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.Id).ToArray();
        if (Bulk.Check(ids, Path) is { } unfit)
            return unfit;
        var found = await db.Introductions.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var reached = await reaches.CoveredAsync(db, permission, [.. found.Values.Select(actor).OfType<Guid>().Distinct()], cancellationToken);
        var problems = new List<Problem>();
        var opened = new List<OpenedIntroduction>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = $"{Path}.{index}";
            if (!found.TryGetValue(asked[index].Id, out var introduction))
                problems.Add(new NotFound("ResidenceIntroduction") { Field = $"{place}.id" });
            else if (introduction.MemberId == db.Access.MemberId)
                problems.Add(new NobodyActsOnTheirOwnCase { Field = $"{place}.id" });
            else if (introduction.Version != asked[index].ExpectedVersion)
                problems.Add(new StaleVersion(asked[index].ExpectedVersion, introduction.Version) { Field = $"{place}.expectedVersion" });
            else if (actor(introduction) is not { } organization || !reached.Contains(organization))
                problems.Add(new IntroductionIsOutOfYourReach { Field = $"{place}.id" });
            else
                opened.Add(new OpenedIntroduction(introduction, place));
        }

        return problems.Count > 0 ? problems : opened;
    }

    /// <summary>What stands against a step: another state, a day that is to come, or one before the step that it follows.</summary>
    public static IEnumerable<Problem> Against(OpenedIntroduction opened, IntroductionState to, DateOnly on, DateOnly today)
    {
        var introduction = opened.Introduction;
        if (introduction.State != to - 1)
            yield return new IntroductionStepDoesNotFollow(introduction.State, to) { Field = opened.Field };
        else if (on > today)
            yield return new LiaisonStepIsStillToCome(on, today) { Field = "input.on" };
        else if (introduction.State.IsIntroduced() && on < introduction.LatestDay)
            yield return new StepIsBeforeEarlierStep(on, introduction.LatestDay) { Field = "input.on" };
    }
}
