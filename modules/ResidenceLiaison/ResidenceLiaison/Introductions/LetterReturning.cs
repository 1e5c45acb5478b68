using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>Sends letters back to the workplace, which is to introduce the members anew (RES-15).</summary>
internal sealed class LetterReturning(IWrite<LiaisonDbContext> write, OpenedIntroductions introductions, LiaisonFacts facts, LiaisonList list)
{
    public Task<Result<List<Introduction>>> RunAsync(ReturnResidenceLettersInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.Note, Wording.ShortText, "input.note")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<Introduction>>>(problems)
            : write.Because(Wording.Clean(input.Note)).RunAsync((db, ct) => ReturnAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<List<Introduction>>> ReturnAsync(LiaisonDbContext db, ReturnResidenceLettersInput input, CancellationToken cancellationToken)
    {
        // After the assignment it is the cell that knows, before it the committee.
        var opened = await introductions.OpenAsync(
            db, input.Introductions, ResidenceLiaisonPermissions.InformMembers, introduction => introduction.ResidenceCellId ?? introduction.ReceiverId, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var on = input.On ?? db.Today;
        var problems = opened.Value.SelectMany(one => Against(one, on, db.Today)).ToList();
        if (problems.Count > 0)
            return problems;

        var known = await facts.FindAsync([.. opened.Value.Select(one => one.Introduction.MemberId)], db.Today, cancellationToken);
        var introduceBy = await list.IntroduceByAsync(on, cancellationToken);
        foreach (var introduction in opened.Value.Select(one => one.Introduction))
        {
            introduction.Close(IntroductionState.Returned, ReasonOf(input.Reason), on, Wording.Clean(input.Note));
            if (known.TryGetValue(introduction.MemberId, out var fact))
                db.Introductions.Add(introduction.Follow(fact, IntroductionCause.Returned, on, introduceBy));
        }

        return opened.Value.Select(one => one.Introduction).ToList();
    }

    private static IEnumerable<Problem> Against(OpenedIntroduction one, DateOnly on, DateOnly today)
    {
        if (!one.Introduction.State.IsIntroduced())
            yield return new IntroductionStepDoesNotFollow(one.Introduction.State, IntroductionState.Returned) { Field = one.Field };
        else if (on > today)
            yield return new LiaisonStepIsStillToCome(on, today) { Field = "input.on" };
        else if (on < one.Introduction.LatestDay)
            yield return new StepIsBeforeEarlierStep(on, one.Introduction.LatestDay) { Field = "input.on" };
    }

    private static IntroductionClosing ReasonOf(LetterReturnReason reason) => reason switch
    {
        LetterReturnReason.WrongAddress => IntroductionClosing.WrongAddress,
        LetterReturnReason.NotLivingThere => IntroductionClosing.NotLivingThere,
        _ => IntroductionClosing.WrongParticulars,
    };
}
