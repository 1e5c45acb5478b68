using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Reorganizing.Due;

/// <summary>
/// Carries out what was decided for a day that has come, the earliest first, each in a transaction of its own. Doing it again changes nothing, and of several hosts that
/// do it at once one succeeds. What rules object to stays decided, says why, and is tried again.
/// </summary>
internal sealed class ReorganizationsDue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReorganizationsDue> log) : ProvinceWork(scopes, clock, log)
{
    protected override string ModuleId => OrganizationsContract.ModuleId;

    protected override string Actor => "reorganizations due";

    /// <summary>Looks through one province.</summary>
    /// <returns>How many reorganizations took effect.</returns>
    public override async Task<int> RunAsync(Province province, CancellationToken cancellationToken)
    {
        var effective = 0;
        foreach (var id in await DueAsync(province, cancellationToken))
        {
            await using var scope = Enter(province);
            if (await scope.ServiceProvider.GetRequiredService<ReorganizationTakingEffect>().RunAsync(id, cancellationToken))
                effective++;
            else
                Log.LogWarning("The reorganization {Reorganization} of {Province} could not take effect today.", id, province.Slug);
        }

        return effective;
    }

    private async Task<List<Guid>> DueAsync(Province province, CancellationToken cancellationToken)
    {
        await using var scope = Enter(province);
        var today = Clock.Today();
        return await scope.ServiceProvider.GetRequiredService<OrganizationsDbContext>().Reorganizations
            .Where(row => row.State == ReorganizationState.Decided && row.EffectiveOn <= today)
            .OrderBy(row => row.EffectiveOn).ThenBy(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>Carries one decided reorganization out, or keeps why it could not be.</summary>
internal sealed class ReorganizationTakingEffect(IWrite<OrganizationsDbContext> write, ReorganizationExecution reorganizing, TimeProvider clock)
{
    private const int BecauseLength = 4000;

    public async Task<bool> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var done = await write.Because(null).RunAsync((db, cancellation) => TakeEffectAsync(db, id, cancellation), cancellationToken);
        if (done.Succeeded)
            return true;
        await write.RunAsync((db, cancellation) => BlockAsync(db, id, done.Problems, cancellation), cancellationToken);
        return false;
    }

    private async Task<Result<Reorganization>> TakeEffectAsync(OrganizationsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var reorganization = await db.Reorganizations.SingleAsync(row => row.Id == id, cancellationToken);
        if (reorganization.State != ReorganizationState.Decided)
            return reorganization;
        var decision = await db.Decisions.SingleAsync(row => row.Id == reorganization.DecisionId, cancellationToken);
        return await reorganizing.TakeEffectAsync(db, reorganization, decision.Read(), cancellationToken);
    }

    private async Task<Result<Reorganization>> BlockAsync(
        OrganizationsDbContext db, Guid id, IEnumerable<Problem> problems, CancellationToken cancellationToken)
    {
        var reorganization = await db.Reorganizations.SingleAsync(row => row.Id == id, cancellationToken);
        var because = string.Join('\n', problems.Select(problem => $"{problem.Field} {problem.Rule?.Id}: {problem.Message(Language.Vietnamese)}"));
        if (reorganization.State == ReorganizationState.Decided && reorganization.BlockedOn != clock.Today())
            reorganization.Block(clock.Today(), because.Length > BecauseLength ? because[..BecauseLength] : because);
        return reorganization;
    }
}
