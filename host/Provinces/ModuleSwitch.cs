using Modular.Host.Provinces.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Npgsql;

namespace Modular.Host.Provinces;

/// <summary>
/// Enables modules for a province and disables them again: a row, never DDL. Disabling keeps all data and hides it; enabling again
/// lets the module catch up with the events that waited. Dependencies hold both ways, and what would not go together is not enabled.
/// </summary>
internal sealed class ModuleSwitch(ProvinceDataSources databases, ProvinceModules store, InstalledModules installed, ModuleEffects effects)
{
    private const string ModuleField = "input.module";
    private const string PlanField = "input.plan";

    /// <summary>Enables a module. Enabling one that is enabled already changes nothing.</summary>
    /// <param name="province">The province.</param>
    /// <param name="module">The module.</param>
    /// <param name="by">Whoever does it.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <param name="expectedPlan">The digest of the plan that was looked at; the change is refused where it would do something else by now. Null where no plan was.</param>
    /// <returns>The module's identifier, or why it cannot be enabled.</returns>
    public Task<Result<string>> EnableAsync(
        ProvinceId province, string module, ICurrentAccess by, string? reason, CancellationToken cancellationToken, string? expectedPlan = null) =>
        ChangeAsync(province, module, enable: true, by, reason, expectedPlan, cancellationToken);

    /// <summary>Disables a module. Disabling one that is not enabled changes nothing.</summary>
    /// <inheritdoc cref="EnableAsync"/>
    /// <returns>The module's identifier, or why it cannot be disabled.</returns>
    public Task<Result<string>> DisableAsync(
        ProvinceId province, string module, ICurrentAccess by, string? reason, CancellationToken cancellationToken, string? expectedPlan = null) =>
        ChangeAsync(province, module, enable: false, by, reason, expectedPlan, cancellationToken);

    private async Task<Result<string>> ChangeAsync(
        ProvinceId province, string module, bool enable, ICurrentAccess by, string? reason, string? expectedPlan, CancellationToken cancellationToken)
    {
        if (installed.Find(module) is null)
            return new ModuleIsNotInstalled(module) { Field = ModuleField };
        await using var connection = await databases.Neutral.OpenConnectionAsync(cancellationToken);
        await using var turn = await connection.BeginTransactionAsync(cancellationToken);
        await TakeTurnAsync(connection, province, cancellationToken);

        var enabled = (await store.ReadAsync(cancellationToken)).GetValueOrDefault(province) ?? new HashSet<string>();
        if (enabled.Contains(module) == enable)
            return module;
        if (WhyNot(module, enable, effects.Of(enabled, module, enable), expectedPlan) is { } problem)
            return problem;
        await store.SetAsync(province, module, enable, by, reason, cancellationToken);
        return module;
    }

    // Changes of one province wait for each other, so that a module and what it depends on cannot pass each other by.
    private static async Task TakeTurnAsync(NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('modular.province_modules'), $1)", connection)
        {
            Parameters = { new() { Value = (int)province.Value } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Problem? WhyNot(string module, bool enable, ModuleChangeEffect effect, string? expectedPlan)
    {
        if (effect.OthersFirst.Count > 0)
            return enable ? new ModuleNeedsOtherModules(module, effect.OthersFirst) { Field = ModuleField } : new ModuleIsNeededByOtherModules(module, effect.OthersFirst) { Field = ModuleField };
        if (enable && effect.Conflict is { } conflict)
            return new ModulesDoNotGoTogether(module, conflict) { Field = ModuleField };
        return expectedPlan is null || expectedPlan == effect.Digest ? null : new ModulePlanHasChanged(module) { Field = PlanField };
    }
}
