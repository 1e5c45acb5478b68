using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Indicators.Due;

/// <summary>
/// Looks for what is worth a look on the days of the policy, province by province. What it finds are leads for a human, as when an officer asks; of several hosts that do it at once each cell is looked at by one.
/// </summary>
internal sealed class IndicatorsDue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IndicatorsDue> log) : ProvinceWork(scopes, clock, log)
{
    // A province of real size has some 4,300 cells: five turns.
    private const int TurnsAtOnce = 50;

    protected override string ModuleId => ResidenceLiaisonContract.ModuleId;

    protected override string Actor => "residence indicators due";

    /// <summary>Looks at the next cells of a province.</summary>
    /// <returns>How many cells were looked at.</returns>
    public override async Task<int> RunAsync(Province province, CancellationToken cancellationToken)
    {
        var looked = 0;
        for (var turn = 0; turn < TurnsAtOnce; turn++)
        {
            await using var scope = Enter(province);
            var cells = await scope.ServiceProvider.GetRequiredService<IndicatorTurn>().RunAsync(cancellationToken);
            looked += cells;
            if (cells < IndicatorTurn.CellsAtOnce)
                break;
        }

        if (looked > 0)
            Log.LogInformation("{Cells} residential cells of {Province} were looked at for indicators.", looked, province.Slug);
        return looked;
    }
}
