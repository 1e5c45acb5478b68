using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Cards.Numbers;

/// <summary>A stretch of CV numbers for an organization.</summary>
internal sealed record AssignCvNumberRangeInput
{
    /// <summary>The organization whose members, and those of all below it, receive the numbers.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The 2 or 3 letters that mark the provincial committee (ký hiệu của tỉnh ủy).</summary>
    public required string Letters { get; init; }

    /// <summary>The first number, from 1 on.</summary>
    public required int First { get; init; }

    /// <summary>The last number, up to 999999.</summary>
    public required int Last { get; init; }

    /// <summary>The decision of the organization board.</summary>
    public required MemberDecisionInput Decision { get; init; }
}

[MutationType]
internal static class AssignCvNumberRange
{
    /// <summary>Assigns a range of CV numbers to an organization (phân bổ dải số lý lịch đảng viên); no number is assigned twice (MEM-10).</summary>
    [Requires(MembersPermissions.IssueCards)]
    [Error<CvNumberRangesBelongToTheProvince>]
    [Error<CvNumberRangeIsUnfit>]
    [Error<CvNumberMustBeSixDigitsAndLetters>]
    [Error<CvNumberRangesOverlap>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<CvNumberRange>> AssignCvNumberRangeAsync(
        AssignCvNumberRangeInput input, CvNumberRangeAssignment assignment, CancellationToken cancellationToken) => assignment.RunAsync(input, cancellationToken);
}

/// <summary>Assigns ranges.</summary>
internal sealed class CvNumberRangeAssignment(IWrite<MembersDbContext> write, IOrganizationTree tree)
{
    public Task<Result<CvNumberRange>> RunAsync(AssignCvNumberRangeInput input, CancellationToken cancellationToken) => write
        .Because(null, input.Decision.Citation)
        .When("cv_number_is_assigned_once", () => new CvNumberRangesOverlap(input.First, input.Last) { Field = "input.first" })
        .RunAsync((db, ct) => AssignAsync(db, input, ct), cancellationToken);

    private async Task<Result<CvNumberRange>> AssignAsync(MembersDbContext db, AssignCvNumberRangeInput input, CancellationToken cancellationToken)
    {
        if (!db.Access.ScopeOf(MembersPermissions.IssueCards).CoversProvince)
            return new CvNumberRangesBelongToTheProvince();
        var letters = NumberRules.CleanCvNumber(input.Letters) ?? "";
        List<Problem> problems = [.. CvNumberRange.Check(input.First, input.Last, letters), .. input.Decision.Check(db.Today, "input.decision")];
        if (await tree.FindAsync(input.OrganizationId, db.Today, cancellationToken) is null)
            problems.Add(new NotFound("Organization") { Field = "input.organizationId" });
        if (problems.Count > 0)
            return problems;
        var other = await db.CvNumberRanges.OrderBy(row => row.First)
            .FirstOrDefaultAsync(row => row.Letters == letters && row.First <= input.Last && row.Last >= input.First, cancellationToken);
        if (other is not null)
            return new CvNumberRangesOverlap(other.First, other.Last) { Field = "input.first" };

        var range = new CvNumberRange
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = input.OrganizationId,
            Letters = letters,
            First = input.First,
            Last = input.Last,
            LastGiven = input.First - 1,
            DecisionNumber = Wording.Clean(input.Decision.Number),
            DecidedOn = input.Decision.DecidedOn,
        };
        db.CvNumberRanges.Add(range);
        return range;
    }
}
