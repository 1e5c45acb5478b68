using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>Issues introduction letters, singly and by list.</summary>
internal sealed class LetterIssuing(
    IWrite<LiaisonDbContext> write, OpenedIntroductions introductions, IMemberParticulars particulars, IOrganizationDirectory organizations, IPolicies policies)
{
    public Task<Result<List<Introduction>>> RunAsync(IssueResidenceLettersInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.SignedBy, Wording.ShortText, "input.signedBy")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<Introduction>>>(problems)
            : write.RunAsync((db, ct) => IssueAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<List<Introduction>>> IssueAsync(LiaisonDbContext db, IssueResidenceLettersInput input, CancellationToken cancellationToken)
    {
        var opened = await introductions.OpenAsync(
            db, input.Introductions, ResidenceLiaisonPermissions.IssueLetters, introduction => introduction.WorkplaceId, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var on = input.On ?? db.Today;
        var told = await particulars.FindAsync([.. opened.Value.Select(one => one.Introduction.MemberId)], db.Today, cancellationToken);
        var policy = await policies.InForceOnAsync<LiaisonCategoryPolicy>(db.Today, cancellationToken);
        List<Problem> problems = [.. await AgainstReceiverAsync(input.ReceiverId, db.Today, cancellationToken)];
        foreach (var one in opened.Value)
        {
            if (!one.Introduction.State.IsIntroduced() && told.TryGetValue(one.Introduction.MemberId, out var member))
                one.Introduction.LiveAt(policy.Choose(member.Residences));
            problems.AddRange(Against(one, on, db.Today));
        }

        if (problems.Count > 0)
            return problems;
        foreach (var one in opened.Value)
        {
            var issuer = one.Introduction.WorkplaceId;
            var number = await LetterRegister.NextAsync(db, issuer, on.Year, cancellationToken);
            one.Introduction.Issue(new IssuedLetter(issuer, number, on, Wording.Clean(input.SignedBy), input.ReceiverId), told[one.Introduction.MemberId]);
        }

        return opened.Value.Select(one => one.Introduction).ToList();
    }

    private static List<Problem> Against(OpenedIntroduction one, DateOnly on, DateOnly today)
    {
        if (one.Introduction.State == IntroductionState.NotIntroduced)
            return [new MemberIsNotToBeIntroduced(one.Introduction.Category) { Field = one.Field }];
        List<Problem> problems = [.. OpenedIntroductions.Against(one, IntroductionState.LetterIssued, on, today)];
        if (one.Introduction.Address is null)
            problems.Add(new ResidenceOfMemberIsNotKnown { Field = one.Field });
        return problems;
    }

    private async Task<IEnumerable<Problem>> AgainstReceiverAsync(Guid receiverId, DateOnly today, CancellationToken cancellationToken)
    {
        var receiver = (await organizations.FindAsync([receiverId], today, cancellationToken)).GetValueOrDefault(receiverId);
        if (receiver is null)
            return [new NotFound("Organization") { Field = "input.receiverId" }];
        return receiver.ExistedOn(today) && OrganizationKinds.IsGrassroots(receiver.Kind)
            ? []
            : [new ReceiverIsNoGrassrootsOrganization { Field = "input.receiverId" }];
    }
}
