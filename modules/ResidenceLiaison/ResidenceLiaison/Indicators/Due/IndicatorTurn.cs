using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators.Due;

/// <summary>Looks at the next cells of a province, where a day of the policy has come: some cells in one transaction, which also keeps how far it came.</summary>
internal sealed class IndicatorTurn(IWrite<LiaisonDbContext> write, IPolicies policies, IndicatorComparison comparison)
{
    /// <summary>How many cells are looked at in one transaction; a cell may have more than a hundred comments whose texts are compared with each other.</summary>
    public const int CellsAtOnce = 20;

    /// <summary>Looks at the next cells.</summary>
    /// <returns>How many there were; none where nothing is due, all is done, or another host is at it.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        // What it reads it writes nothing of, and leads are as old as the look: nothing decides by them at the same moment.
        (await write.GuardedByVersions().RunAsync(LookAsync, cancellationToken)).Value;

    private async Task<Result<int>> LookAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<IndicatorPolicy>(db.Today, cancellationToken);
        if (policy.DueOn(db.Today) is not { } due || !await TakeTurnAsync(db, cancellationToken))
            return 0;
        var look = await db.IndicatorLooks.SingleOrDefaultAsync(row => row.DueOn == due, cancellationToken);
        if (look is { DoneOn: not null })
            return 0;
        if (look is null)
            db.IndicatorLooks.Add(look = new IndicatorLook { DueOn = due, Year = IndicatorPolicy.YearOf(due) });

        var cells = await NextCellsAsync(db, look.ReachedCellId, cancellationToken);
        if (cells.Length > 0)
        {
            await comparison.RunAsync(db, cells, look.Year, policy, cancellationToken);
            look.Reach(cells);
        }

        if (cells.Length < CellsAtOnce)
            look.Finish(db.Today);
        return cells.Length;
    }

    // One host at a time; the others leave it to that one instead of waiting.
    private static async Task<bool> TakeTurnAsync(LiaisonDbContext db, CancellationToken cancellationToken) => (await db.Database.SqlQuery<bool>(
        $"""select pg_try_advisory_xact_lock(hashtext('residence-liaison.indicators'), {(int)db.Province.Value}) as "Value" """).ToListAsync(cancellationToken)).Single();

    private static Task<Guid[]> NextCellsAsync(LiaisonDbContext db, Guid reached, CancellationToken cancellationToken)
    {
        var kinds = OrganizationKinds.HoldingMembers.ToArray();
        return db.Database.SqlQuery<Guid>(
            $"""
            select place.organization_id as "Value" from kernel.organization_tree as place
            where place.province_id = {db.Province.Value} and place.organization_id > {reached} and place.kind = any ({kinds}) and place.valid @> {db.Today}
            order by place.organization_id limit {CellsAtOnce}
            """).ToArrayAsync(cancellationToken);
    }
}
