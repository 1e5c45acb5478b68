using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>Looks for what is worth a look, and takes note of what somebody found when they did.</summary>
internal sealed class IndicatorLooking(IWrite<LiaisonDbContext> write, Reaches reaches, IOrganizationTree tree, IPolicies policies)
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
        var form = await policies.InForceOnAsync<CommentPolicy>(db.Today, cancellationToken);
        string[] goodLevels = [.. form.Levels.Where(level => level.IsGood).Select(level => level.Code)];
        var findings = await new IndicatorFacts(db, cells, input.Year, policy).FindAsync(goodLevels, cancellationToken);
        var known = await db.Indicators.Where(row => cells.Contains(row.CellId) && row.Year == input.Year).ToDictionaryAsync(row => (row.CellId, row.Kind), cancellationToken);
        return await KeepAsync(db, input.Year, findings, known, cancellationToken);
    }

    private static async Task<List<Indicator>> KeepAsync(
        LiaisonDbContext db, int year, List<Finding> findings, Dictionary<(Guid CellId, IndicatorKind Kind), Indicator> known, CancellationToken cancellationToken)
    {
        var open = new List<Indicator>();
        foreach (var finding in findings)
        {
            if (!known.Remove((finding.CellId, finding.Kind), out var indicator))
                db.Indicators.Add(indicator = Indicator.Of(finding, year, db.Today));
            // What somebody looked into stays as they found it.
            else if (indicator.State == IndicatorState.Closed)
                continue;
            else
                indicator.FindAgain(finding, db.Today);
            open.Add(indicator);
        }

        foreach (var gone in known.Values.Where(indicator => indicator.State == IndicatorState.Open))
            gone.Vanish(db.Today);
        await ReplaceEvidenceAsync(db, open, findings, cancellationToken);
        return open;
    }

    private static async Task ReplaceEvidenceAsync(LiaisonDbContext db, List<Indicator> open, List<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = open.Select(indicator => indicator.Id).ToArray();
        db.IndicatorEvidence.RemoveRange(await db.IndicatorEvidence.Where(row => ids.Contains(row.IndicatorId)).ToListAsync(cancellationToken));
        var idOf = open.ToDictionary(indicator => (indicator.CellId, indicator.Kind), indicator => indicator.Id);
        db.IndicatorEvidence.AddRange(findings.Where(finding => idOf.ContainsKey((finding.CellId, finding.Kind)))
            .SelectMany(finding => finding.Evidence.Select(evidence => new IndicatorEvidence
            {
                Id = Guid.CreateVersion7(),
                IndicatorId = idOf[(finding.CellId, finding.Kind)],
                RequestId = evidence.RequestId,
                Percent = evidence.Percent,
            })));
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
