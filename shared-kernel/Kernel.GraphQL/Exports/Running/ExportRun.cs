using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Documents;
using Modular.Kernel.GraphQL.Exports.Planning;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Time;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>
/// Writes one export. Its pages are asked one behind the other: a row stands in the file as it was when its page was asked, and none stands there twice.
/// </summary>
internal sealed class ExportRun(
    IExportGrounds grounds, ExportPlanner planner, ExportPages pages, ExportStore exports, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExportRun> log)
{
    /// <summary>Runs the export to its end, whatever that is.</summary>
    /// <exception cref="OperationCanceledException">The host stops; another takes the export up.</exception>
    public async Task RunAsync(ClaimedExport export, CancellationToken cancellationToken)
    {
        try
        {
            await exports.ClearAsync(export, cancellationToken);
            await WriteAsync(export, cancellationToken);
        }
        catch (ExportStoppedException stopped)
        {
            await exports.FailAsync(export, stopped.Problem, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Export {Export} failed.", export.Id);
            await exports.FailAsync(export, new ExportFailed(), clock.GetUtcNow(), cancellationToken);
        }
    }

    private async Task WriteAsync(ClaimedExport export, CancellationToken cancellationToken)
    {
        var rights = new ExportRights();
        var ground = await FindGroundAsync(export, rights, cancellationToken);
        var policy = await FindPolicyAsync(ground, cancellationToken);
        var plan = PlanFor(export, ground);

        using var buffer = new PieceBuffer();
        using var document = DocumentWriter.Open(
            export.Format, buffer, new DocumentSetting(export.Title, export.Language, ExportMarks.Of(export, clock.GetUtcNow())));
        document.BeginTable(new DocumentTable(export.Title, [.. plan.Columns.Select(column => new DocumentColumn(column.Heading, WidthOf(column)))]));
        string? after = null;
        do
        {
            using var page = await pages.AskAsync(export, plan, ground, after, cancellationToken);
            WriteRows(document, plan, page, export, policy);
            await buffer.DrainAsync(isEnd: false, (number, piece) => exports.AddPieceAsync(export, number, piece, cancellationToken));
            if (!await exports.KeepAliveAsync(export, document.Rows, cancellationToken))
                return;
            after = page.Next;
            // Rights that end while it runs end it too.
            ground = await FindGroundAsync(export, rights, cancellationToken);
        }
        while (after is not null);

        document.Complete();
        await buffer.DrainAsync(isEnd: true, (number, piece) => exports.AddPieceAsync(export, number, piece, cancellationToken));
        var now = clock.GetUtcNow();
        await exports.FinishAsync(
            export, new FinishedExport(now, now.AddHours(policy.ReadyHours), document.Rows, buffer.Written, buffer.TakeHash(), rights.ToJson()), cancellationToken);
    }

    private static void WriteRows(DocumentWriter document, ExportPlan plan, ExportPage page, ClaimedExport export, ExportPolicy policy)
    {
        var reading = new CellReading(plan.Columns, export.Language);
        var cells = new CellValue[plan.Columns.Count];
        foreach (var row in page.Rows)
        {
            if (document.Rows == policy.MostRows)
                throw new ExportStoppedException(new ExportHasTooManyRows(policy.MostRows));
            reading.Read(row, cells);
            document.AddRow(cells);
        }
    }

    private async Task<ExportGround> FindGroundAsync(ClaimedExport export, ExportRights rights, CancellationToken cancellationToken)
    {
        var ground = await grounds.FindAsync(export.Province, export.UserId, export.Credential, export.Language, cancellationToken);
        if (ground is null || !ground.Access.Holds(ExportPermissions.Request))
            throw new ExportStoppedException(new ExportRightsHaveEnded());
        return ground with { Access = rights.Witness(ground.Access) };
    }

    // What was approved is what is written: the schema may say by now that more of it is sensitive.
    private ExportPlan PlanFor(ClaimedExport export, ExportGround ground)
    {
        var planned = planner.Plan(ground.Schema, export.Query, export.Variables, export.Language);
        var chosen = planned.Succeeded ? ExportPlanner.Choose(planned.Value, [.. export.Columns.Zip(export.Headings, (path, heading) => (path, (string?)heading))]) : planned;
        if (!chosen.Succeeded)
            throw new ExportStoppedException(chosen.Problems[0]);
        if ((chosen.Value.IsSensitive && !export.IsSensitive) || !grounds.Accepts(export.Province, export.Query))
            throw new ExportStoppedException(new ExportQueryIsNotValid());
        return chosen.Value.Permissions.All(ground.Access.Holds) ? chosen.Value : throw new ExportStoppedException(new ExportRightsHaveEnded());
    }

    private async Task<ExportPolicy> FindPolicyAsync(ExportGround ground, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(ground.Province, ground.Access);
        return await scope.ServiceProvider.GetRequiredService<IPolicies>().InForceOnAsync<ExportPolicy>(clock.Today(), cancellationToken);
    }

    private static double WidthOf(ExportColumn column) => column.Form switch
    {
        ColumnForm.Date or ColumnForm.Number or ColumnForm.YesNo => 12,
        ColumnForm.Moment => 16,
        _ => 24,
    };
}
