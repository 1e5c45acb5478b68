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
/// lets the module catch up with the events that waited. Dependencies hold both ways.
/// </summary>
internal sealed class ModuleSwitch(ProvinceDataSources databases, ProvinceModules store, InstalledModules installed)
{
    /// <summary>Enables a module. Enabling one that is enabled already changes nothing.</summary>
    /// <returns>The module's identifier, or why it cannot be enabled.</returns>
    public Task<Result<string>> EnableAsync(
        ProvinceId province, string module, ICurrentAccess by, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(province, module, enable: true, by, reason, cancellationToken);

    /// <summary>Disables a module. Disabling one that is not enabled changes nothing.</summary>
    /// <returns>The module's identifier, or why it cannot be disabled.</returns>
    public Task<Result<string>> DisableAsync(
        ProvinceId province, string module, ICurrentAccess by, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(province, module, enable: false, by, reason, cancellationToken);

    private async Task<Result<string>> ChangeAsync(
        ProvinceId province, string module, bool enable, ICurrentAccess by, string? reason, CancellationToken cancellationToken)
    {
        await using var connection = await databases.Neutral.OpenConnectionAsync(cancellationToken);
        await using var turn = await connection.BeginTransactionAsync(cancellationToken);
        await TakeTurnAsync(connection, province, cancellationToken);

        var enabled = (await store.ReadAsync(cancellationToken)).GetValueOrDefault(province) ?? new HashSet<string>();
        if ((enable ? WhyNotEnable(module, enabled) : WhyNotDisable(module, enabled)) is { } problem)
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

    private Problem? WhyNotEnable(string module, IReadOnlySet<string> enabled)
    {
        if (installed.Find(module) is not { } found)
            return new ModuleIsNotInstalled(module);
        var missing = found.Manifest.DependsOn.Where(needed => !enabled.Contains(needed)).ToArray();
        return missing.Length > 0 ? new ModuleNeedsOtherModules(module, missing) : null;
    }

    private Problem? WhyNotDisable(string module, IReadOnlySet<string> enabled)
    {
        if (installed.Find(module) is null)
            return new ModuleIsNotInstalled(module);
        var needing = installed.All
            .Where(other => enabled.Contains(other.Id) && other.Manifest.DependsOn.Contains(module))
            .Select(other => other.Id)
            .ToArray();
        return needing.Length > 0 ? new ModuleIsNeededByOtherModules(module, needing) : null;
    }
}
