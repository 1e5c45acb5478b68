using System.Globalization;
using Modular.Host.Commands;
using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Samples.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Npgsql;

namespace Modular.Host.Samples.Loading;

/// <summary>
/// Loads the sample provinces through the imports of the modules, as an officer would. A province that holds organizations of its own is left
/// alone; a load that was interrupted goes on where it stopped.
/// </summary>
internal sealed class SampleLoader(
    IServiceScopeFactory scopes, ProvinceDirectory provinces, ModuleSwitch modules, ModuleLoadReport report, ProvinceDataSources databases, TimeProvider clock)
{
    private const string Name = "sample";

    private static readonly SystemAccess Access = new(Name) { Language = Language.English };

    /// <summary>Loads the sample provinces that this deployment serves and that are still empty.</summary>
    /// <returns>Whether anything was loaded.</returns>
    /// <exception cref="CommandRefusedException">A module refused its part of the sample; the message says why.</exception>
    public async Task<bool> LoadAsync(double scale, CancellationToken cancellationToken)
    {
        var loaded = false;
        foreach (var slug in SamplePlan.Provinces)
        {
            if (provinces.State.Find(slug)?.Province is not { } province || !await IsWantedAsync(province, cancellationToken))
                continue;
            await LoadAsync(province, scale, cancellationToken);
            loaded = true;
        }

        return loaded;
    }

    private async Task LoadAsync(Province province, double scale, CancellationToken cancellationToken)
    {
        // What a province's integrators add is theirs to enable.
        var own = report.Entries.Where(entry => entry.CameWithHost).Select(entry => entry.Id).ToHashSet();
        foreach (var module in report.Installed.All.Where(module => own.Contains(module.Id)))
            Require(await modules.EnableAsync(province.Id, module.Id, Access, Name, cancellationToken));

        var plan = SamplePlan.Make(province.Slug, scale);
        var version = scale.ToString(CultureInfo.InvariantCulture);
        await ImportAsync(province, SampleRows.OrganizationFormat, SampleRows.Organizations(plan, Name, version), cancellationToken);
        await ImportAsync(province, SampleRows.MemberFormat, SampleRows.Members(plan, Name, version), cancellationToken);
        await ImportAsync(province, SampleRows.PostFormat, SampleRows.Posts(plan, Name, version), cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(province, Access);
        foreach (var policy in plan.Facts.Policies)
        {
            await scope.ServiceProvider.GetRequiredService<PolicyDecisions>().DecideAsync(
                policy.Key, policy.Values.ToJsonString(), policy.From, to: null, policy.Instrument, cancellationToken);
        }

        await ActivatorUtilities.CreateInstance<SampleUsers>(scope.ServiceProvider).OpenAsync(province, plan, cancellationToken);
    }

    private async Task ImportAsync(Province province, string format, ImportContent content, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(province, Access);
        using var progress = new ProgressLine($"Loading {format} of {province.Name}", clock);
        var batch = Require(await scope.ServiceProvider.GetRequiredService<FileImports>().RunAsync(
            new ImportRequest(format, content, ImportMode.AllOrNothing), progress, cancellationToken));
        if (batch.State == ImportState.Applied)
            return;
        var verdicts = await scope.ServiceProvider.GetRequiredService<ImportBatchReader>().VerdictsAsync(
            batch.Id, ImportSeverity.Error, after: 0, most: 3, cancellationToken);
        var reasons = verdicts.Select(verdict => $"row {verdict.Row}, {verdict.Column}: {verdict.Message.English}").Prepend(batch.Problem?.English ?? $"{batch.RowsWithErrors} rows have errors.");
        throw new CommandRefusedException($"The sample {format} of {province.Name} were not taken in: {string.Join(" ", reasons)}");
    }

    /// <summary>Whether the province is empty, or holds a sample of which a part is still missing.</summary>
    private async Task<bool> IsWantedAsync(Province province, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province.Id).CreateCommand(
            """
            select not exists (select from kernel.organization_tree where province_id = $1)
                or (exists (select from kernel.import_batches where province_id = $1 and format = $2 and file_name = $4 and state = 'APPLIED')
                    and not exists (select from identity.province_users as admitted where admitted.province_id = $1 and admitted.user_name = $3))
            """);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SampleRows.OrganizationFormat });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{province.Slug}.auditor" });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static T Require<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new CommandRefusedException(result.Problems[0].Message(Language.English));
}
