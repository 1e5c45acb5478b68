using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>Compares the comments and meetings of cells in a year and brings what is worth a look up to date.</summary>
internal sealed class IndicatorComparison(IPolicies policies, RatingComparison ratings)
{
    /// <summary>Looks at these cells.</summary>
    /// <returns>What is open now.</returns>
    public async Task<List<Indicator>> RunAsync(LiaisonDbContext db, Guid[] cells, int year, IndicatorPolicy policy, CancellationToken cancellationToken)
    {
        var form = await policies.InForceOnAsync<CommentPolicy>(db.Today, cancellationToken);
        string[] goodLevels = [.. form.Levels.Where(level => level.IsGood).Select(level => level.Code)];
        var findings = await new IndicatorFacts(db, cells, year, policy).FindAsync(goodLevels, cancellationToken);
        var farApart = await ratings.FindAsync(db, cells, year, form, policy, cancellationToken);
        findings.AddRange(farApart ?? []);
        // What nobody tells any more is not gone: what was found while a module told it stays as it was.
        var known = await db.Indicators.Where(row => cells.Contains(row.CellId) && row.Year == year && (farApart != null || row.Kind != IndicatorKind.RatingsFarApart))
            .ToDictionaryAsync(row => (row.CellId, row.Kind), cancellationToken);
        return await KeepAsync(db, year, findings, known, cancellationToken);
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
            .SelectMany(finding => IdsInOrder(finding.Evidence.Count)
                .Zip(finding.Evidence, (id, evidence) => IndicatorEvidence.Of(id, idOf[(finding.CellId, finding.Kind)], evidence))));
    }

    // Evidence is shown in the order of its identifiers, and those of one millisecond have none by themselves.
    private static IEnumerable<Guid> IdsInOrder(int count) => Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Order();
}
