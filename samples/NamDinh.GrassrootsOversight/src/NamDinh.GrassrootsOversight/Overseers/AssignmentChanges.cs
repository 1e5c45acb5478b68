using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>Puts committee members in charge of cells, and ends it.</summary>
internal sealed class AssignmentChanges(
    IWrite<OversightDbContext> write, Places places, IOrganizationDirectory organizations, ICommitteePosts posts, IPolicies policies)
{
    public Task<Result<Assignment>> AssignAsync(AssignOversightInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.BasisNumber, Wording.ShortText, "input.basisNumber")];
        return problems.Count > 0
            ? Task.FromResult<Result<Assignment>>(problems)
            : write.When("overseer_is_in_charge_once", () => new OverseerIsInChargeAlready { Field = "input.overseerId" })
                .RunAsync((db, ct) => AssignAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<Assignment>> EndAsync(EndOversightInput input, CancellationToken cancellationToken) => write.RunAsync<Assignment>(
        async (db, ct) =>
        {
            var assignment = await db.Assignments.SingleOrDefaultAsync(row => row.Id == input.Id, ct);
            if (assignment is null || !await places.CoversAsync(db, OversightPermissions.Assign, assignment.CellId, ct))
                return new NotFound("OversightAssignment") { Field = "input.id" };
            if (assignment.Version != input.ExpectedVersion)
                return new StaleVersion(input.ExpectedVersion, assignment.Version) { Field = "input.expectedVersion" };
            if (assignment.ToOn is not null || input.ToOn < assignment.FromOn)
                return new DayIsOutsideTheAssignment { Field = "input.toOn" };
            assignment.End(input.ToOn);
            return assignment;
        },
        cancellationToken);

    private async Task<Result<Assignment>> AssignAsync(OversightDbContext db, AssignOversightInput input, CancellationToken cancellationToken)
    {
        var cell = (await organizations.FindAsync([input.CellId], input.FromOn, cancellationToken)).GetValueOrDefault(input.CellId);
        if (cell is null || !await places.CoversAsync(db, OversightPermissions.Assign, input.CellId, cancellationToken))
            return new NotFound("Organization") { Field = "input.cellId" };
        if (!cell.TakesMembersOn(input.FromOn))
            return new OnlyCellsAreOverseen { Field = "input.cellId" };
        if ((await posts.FindOrganizationsAsync(input.OverseerId, input.FromOn, cancellationToken)).Count == 0)
            return new OverseerHoldsNoCommitteePost { Field = "input.overseerId" };
        var policy = await policies.InForceOnAsync<VisitPolicy>(input.FromOn, cancellationToken);
        var assignment = new Assignment
        {
            Id = Guid.CreateVersion7(),
            OverseerId = input.OverseerId,
            CellId = input.CellId,
            Level = input.Level,
            BasisNumber = Wording.Clean(input.BasisNumber)!,
            BasisDecidedOn = input.BasisDecidedOn,
            FromOn = input.FromOn,
            VisitsAQuarter = policy.VisitsOf(input.Level),
        };
        db.Assignments.Add(assignment);
        return assignment;
    }
}
