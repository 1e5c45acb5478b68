using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Proposals;

namespace Modular.Members.SupplementSlips;

/// <summary>Takes supplement slips in.</summary>
internal sealed class SlipSubmission(IWrite<MembersDbContext> write, ProposalFiles files, ProposalWriting writing)
{
    private const int RemarkLength = 1000;

    public Task<Result<SupplementSlip>> RunAsync(SubmitSupplementSlipInput input, CancellationToken cancellationToken) => write
        .AlsoAboutOneself()
        .When("slip_of_the_year_is_in_once", () => new SlipOfTheYearIsIn(input.Year) { Field = "input.year" })
        .RunAsync((db, ct) => SubmitAsync(db, input, ct), cancellationToken);

    private async Task<Result<SupplementSlip>> SubmitAsync(MembersDbContext db, SubmitSupplementSlipInput input, CancellationToken cancellationToken)
    {
        var found = await files.ProposeForAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.SubmitSlips, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var member = found.Value;
        List<Problem> problems = [.. Check(input, member, db.Today)];
        var isIn = await db.SupplementSlips.AnyAsync(
            row => row.MemberId == member.Id && row.Year == input.Year && (row.State == ProposalState.Submitted || row.State == ProposalState.Accepted), cancellationToken);
        if (isIn)
            problems.Add(new SlipOfTheYearIsIn(input.Year) { Field = "input.year" });
        var changes = input.Changes ?? new ProposedChangesInput();
        var tried = await writing.TryAsync(db, member, changes, "input.changes", cancellationToken);
        problems.AddRange(tried.Problems);
        if (problems.Count > 0)
            return problems;

        var slip = new SupplementSlip
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            OrganizationId = member.OrganizationId,
            Year = input.Year,
            Changes = ProposedChangesJson.Write(changes),
            Lines = ProposedChangesJson.Write(tried.Value),
            SubmittedOn = input.SubmittedOn ?? db.Today,
            IsByMember = db.Access.MemberId == member.Id,
            Remark = Wording.Clean(input.Remark),
        };
        db.SupplementSlips.Add(slip);
        return slip;
    }

    private static IEnumerable<Problem> Check(SubmitSupplementSlipInput input, Member member, DateOnly today)
    {
        if (input.Year > today.Year)
            yield return new YearIsStillToCome(input.Year) { Field = "input.year" };
        if (!member.Status.IsMember() || member.JoinedOn is not { } joined || joined.Year > input.Year)
            yield return new MemberOwesNoSlipOfTheYear(input.Year) { Field = "input.year" };
        if (input.SubmittedOn > today)
            yield return new DateLiesInTheFuture(input.SubmittedOn.Value, today) { Field = "input.submittedOn" };
        foreach (var problem in Wording.CheckLength(input.Remark, RemarkLength, "input.remark"))
            yield return problem;
    }
}
