using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>Sets categories that do not follow from the facts, and takes that back.</summary>
internal sealed class CategorySetting(IWrite<LiaisonDbContext> write, OpenedIntroductions introductions, LiaisonFacts facts, LiaisonList list, ChangesAreTold notices)
{
    public Task<Result<List<Introduction>>> RunAsync(SetResidenceCategoryInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = input.Category is null
            ? [.. Wording.CheckLength(input.Reason, Wording.ShortText, "input.reason")]
            : [.. Wording.CheckRequired(input.Reason, Wording.ShortText, "input.reason")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<Introduction>>>(problems)
            : write.Because(Wording.Clean(input.Reason)).RunAsync((db, ct) => SetAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<List<Introduction>>> SetAsync(LiaisonDbContext db, SetResidenceCategoryInput input, CancellationToken cancellationToken)
    {
        var opened = await introductions.OpenAsync(
            db, input.Introductions, ResidenceLiaisonPermissions.KeepList, introduction => introduction.WorkplaceId, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        List<Problem> closed =
        [
            .. opened.Value.Where(one => one.Introduction.ClosedOn is not null)
                .Select(one => new IntroductionStepDoesNotFollow(one.Introduction.State, IntroductionState.ToIntroduce) { Field = one.Field }),
        ];
        if (closed.Count > 0)
            return closed;
        var known = await facts.FindAsync([.. opened.Value.Select(one => one.Introduction.MemberId)], db.Today, cancellationToken);
        var introduceBy = await list.IntroduceByAsync(db.Today, cancellationToken);
        var before = ChangesAreTold.Before(opened.Value.Select(one => one.Introduction));
        var holding = opened.Value
            .Select(one => Set(db, one.Introduction, known.GetValueOrDefault(one.Introduction.MemberId), input, introduceBy)).ToList();
        await notices.TellAsync(db, before, db.Today, cancellationToken);
        return holding;
    }

    /// <summary>The introduction that holds from now on.</summary>
    private static Introduction Set(LiaisonDbContext db, Introduction introduction, LiaisonFact? fact, SetResidenceCategoryInput input, DateOnly introduceBy)
    {
        var (derived, ground) = fact is null ? (introduction.DerivedCategory, introduction.DerivedFrom) : (fact.Derived, fact.Ground);
        var category = input.Category ?? derived;
        var reason = input.Category is null ? null : Wording.Clean(input.Reason);
        if (introduction.State.IsIntroduced() && category != introduction.Category && fact is not null)
        {
            introduction.Close(IntroductionState.Ended, IntroductionClosing.CategoryChange, db.Today);
            var next = introduction.Follow(fact, IntroductionCause.CategoryChange, db.Today, introduceBy);
            next.Classify(derived, ground, category, reason);
            db.Introductions.Add(next);
            return next;
        }

        if (category.IsIntroduced() && !introduction.Category.IsIntroduced())
            introduction.Restart(IntroductionCause.CategoryChange, db.Today, introduceBy);
        introduction.Classify(derived, ground, category, reason);
        return introduction;
    }
}
