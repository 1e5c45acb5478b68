using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.WorkItems;
using Npgsql;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Compares the work items of a module with its facts after an import, or its undoing, has changed many of them at once.</summary>
internal static class WorkItemsOfRun
{
    public static async Task ReconcileAsync(ImportRun run, string moduleId, CancellationToken cancellationToken)
    {
        var clock = run.Services.GetRequiredService<TimeProvider>();
        foreach (var kind in run.Services.GetRequiredService<WorkItemKinds>().Of(moduleId))
        {
            await using var batch = new NpgsqlBatch(run.Connection) { Timeout = 0, BatchCommands = { kind.ReconcileAll(run.Province, clock) } };
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
