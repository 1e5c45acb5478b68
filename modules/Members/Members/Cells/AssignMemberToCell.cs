using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers;
using Modular.Organizations.Contracts;

namespace Modular.Members.Cells;

/// <summary>A move to another cell of the same grassroots organization.</summary>
internal sealed record AssignMemberToCellInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The new cell (chi bộ).</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The first day there.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The decision or introduction paper, where there is one.</summary>
    public MemberDecisionInput? Decision { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class AssignMemberToCell
{
    /// <summary>
    /// Moves a person to another cell of the same grassroots organization (chuyển chi bộ trong nội bộ tổ chức cơ sở đảng). Moves between
    /// grassroots organizations are transfers of Party activities, with their papers.
    /// </summary>
    [Requires(MembersPermissions.Assign)]
    [Error<MemberIsOutOfYourReach>]
    [Error<MemberHasLeftTheParty>]
    [Error<TransferIsOpenAlready>]
    [Error<MemberBelongsToThisCellAlready>]
    [Error<CellIsInAnotherGrassrootsOrganization>]
    [Error<MembersBelongToCellsOnly>]
    [Error<CellIsNotActive>]
    [Error<CellDidNotExistOn>]
    [Error<CellIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Member>> AssignMemberToCellAsync(
        AssignMemberToCellInput input, InternalMove move, CancellationToken cancellationToken) =>
        move.RunAsync(input, cancellationToken);
}

/// <summary>Moves a person between cells of one grassroots organization.</summary>
internal sealed class InternalMove(IWrite<MembersDbContext> write, MemberFiles files, OpenCells cells)
{
    public Task<Result<Member>> RunAsync(AssignMemberToCellInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision?.Citation)
        .RunAsync((db, ct) => MoveAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> MoveAsync(MembersDbContext db, AssignMemberToCellInput input, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.Assign, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (file.Cell is not { } previous)
            return new MemberHasLeftTheParty { Field = "input.memberId" };
        var held = await cells.HoldAsync(db, input.OrganizationId, input.From, MembersPermissions.Assign, cancellationToken);
        if (!held.Succeeded)
            return held.Problems.ToList();
        var problems = await CheckAsync(db, input, previous, held.Value, cancellationToken);
        if (problems.Count > 0)
            return problems;

        previous.Valid = previous.Valid.EndedBefore(input.From);
        db.Assignments.Add(new CellAssignment
        {
            Id = Guid.CreateVersion7(),
            MemberId = file.Member.Id,
            OrganizationId = input.OrganizationId,
            Kind = AssignmentKind.Official,
            Valid = Periods.From(input.From),
            DecisionNumber = Wording.Clean(input.Decision?.Number),
            DecidedOn = input.Decision?.DecidedOn,
            Reason = Wording.Clean(input.Reason),
        });
        file.Member.BelongTo(input.OrganizationId);
        write.Raise(new MemberAssigned(
            file.Member.Id, previous.OrganizationId, input.OrganizationId, AssignmentKind.Official, input.From));
        return file.Member;
    }

    private async Task<List<Problem>> CheckAsync(
        MembersDbContext db, AssignMemberToCellInput input, CellAssignment previous, OrganizationSummary cell, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. input.Decision?.Check(db.Today, "input.decision") ?? []];
        if (input.From > db.Today)
            problems.Add(new DateLiesInTheFuture(input.From, db.Today) { Field = "input.from" });
        if (await TransferClosing.IsUnderWayAsync(db, input.MemberId, cancellationToken))
            problems.Add(new TransferIsOpenAlready { Field = "input.memberId" });
        if (input.From <= previous.Valid.LowerBound)
            problems.Add(new EffectiveDateIsBeforeEarlierFact(input.From, previous.Valid.LowerBound.AddDays(1)) { Field = "input.from" });
        if (cell.Id == previous.OrganizationId)
            problems.Add(new MemberBelongsToThisCellAlready(cell.Name) { Field = "input.organizationId" });
        else if (!await AreInOneGrassrootsOrganizationAsync(previous.OrganizationId, cell.Id, db.Today, cancellationToken))
            problems.Add(new CellIsInAnotherGrassrootsOrganization(cell.Name) { Field = "input.organizationId" });
        return problems;
    }

    private async Task<bool> AreInOneGrassrootsOrganizationAsync(Guid one, Guid other, DateOnly today, CancellationToken cancellationToken) =>
        await cells.GrassrootsOrganizationOfAsync(one, today, cancellationToken) is { } grassroots
        && grassroots == await cells.GrassrootsOrganizationOfAsync(other, today, cancellationToken);
}
