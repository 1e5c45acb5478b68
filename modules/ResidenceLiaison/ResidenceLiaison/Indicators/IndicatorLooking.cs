using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>Looks for what is worth a look, and takes note of what somebody found when they did.</summary>
internal sealed class IndicatorLooking(IWrite<LiaisonDbContext> write, Reaches reaches, IOrganizationTree tree, IPolicies policies, IndicatorComparison comparison)
{
    public Task<Result<List<Indicator>>> LookAsync(LookForResidenceIndicatorsInput input, CancellationToken cancellationToken) =>
        // It compares what is written, also about the officer, and decides nothing.
        write.AlsoAboutOneself().RunAsync((db, ct) => LookAsync(db, input, ct), cancellationToken);

    public Task<Result<Indicator>> CloseAsync(CloseResidenceIndicatorInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Note, Wording.LongText, "input.note")];
        return problems.Count > 0 ? Task.FromResult<Result<Indicator>>(problems) : write.RunAsync((db, ct) => CloseAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<List<Indicator>>> LookAsync(LiaisonDbContext db, LookForResidenceIndicatorsInput input, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(input.OrganizationId, db.Today, cancellationToken) is null
            || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.SettleIndicators, input.OrganizationId, cancellationToken))
        {
            return new NotFound("Organization") { Field = "input.organizationId" };
        }

        var policy = await policies.InForceOnAsync<IndicatorPolicy>(db.Today, cancellationToken);
        var cells = await Workplaces.CellsBelowAsync(db, input.OrganizationId, db.Today, cancellationToken);
        if (cells.Length > policy.MostCells)
            return new TooManyCellsToLookAt(cells.Length, policy.MostCells) { Field = "input.organizationId" };
        return await comparison.RunAsync(db, cells, input.Year, policy, cancellationToken);
    }

    private async Task<Result<Indicator>> CloseAsync(LiaisonDbContext db, CloseResidenceIndicatorInput input, CancellationToken cancellationToken)
    {
        var indicator = await db.Indicators.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (indicator is null || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.SettleIndicators, indicator.CellId, cancellationToken))
            return new NotFound("ResidenceIndicator") { Field = "input.id" };
        if (indicator.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, indicator.Version) { Field = "input.expectedVersion" };
        if (indicator.State == IndicatorState.Closed)
            return new IndicatorIsClosedAlready { Field = "input.id" };
        indicator.Close(Wording.Clean(input.Note)!, db.Today);
        return indicator;
    }
}
