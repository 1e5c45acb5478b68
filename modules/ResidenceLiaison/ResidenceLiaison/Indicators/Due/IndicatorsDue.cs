using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Indicators.Due;

/// <summary>
/// Looks for what is worth a look on the days of the policy, province by province. What it finds are leads for a human, as when an officer asks; of several hosts that do it at once each cell is looked at by one.
/// </summary>
internal sealed class IndicatorsDue(
    IServiceScopeFactory scopes, ProvinceModules enabled, ProvinceDataSources dataSources, ILogger<IndicatorsDue> log)
{
    /// <summary>Who is said to have done it, in the history of edits.</summary>
    public const string Actor = "residence indicators due";

    // A province of real size has some 4,300 cells: five turns.
    private const int TurnsAtOnce = 50;

    /// <summary>Looks at the next cells of all provinces that have the module.</summary>
    /// <returns>How many cells were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var modules = await enabled.ReadAsync(cancellationToken);
        var provinces = await ProvinceStore.ReadAsync(dataSources.Neutral, cancellationToken);
        var looked = 0;
        foreach (var province in provinces.Where(province => modules.TryGetValue(province.Id, out var those) && those.Contains(ResidenceLiaisonContract.ModuleId)))
            looked += await RunOnItsOwnAsync(province, cancellationToken);
        return looked;
    }

    // A province that cannot be looked at, say for a policy that cannot be read, keeps no other from it.
    private async Task<int> RunOnItsOwnAsync(Province province, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(province, cancellationToken);
        }
        catch (Exception interrupted) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(interrupted, "Looking at the residential cells of {Province} was interrupted; it goes on in some minutes.", province.Slug);
            return 0;
        }
    }

    private async Task<int> RunAsync(Province province, CancellationToken cancellationToken)
    {
        var looked = 0;
        for (var turn = 0; turn < TurnsAtOnce; turn++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(province, new SystemAccess(Actor));
            var cells = await scope.ServiceProvider.GetRequiredService<IndicatorTurn>().RunAsync(cancellationToken);
            looked += cells;
            if (cells < IndicatorTurn.CellsAtOnce)
                break;
        }

        if (looked > 0)
            log.LogInformation("{Cells} residential cells of {Province} were looked at for indicators.", looked, province.Slug);
        return looked;
    }
}
