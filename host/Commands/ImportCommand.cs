using System.CommandLine;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Results;

namespace Modular.Host.Commands;

/// <summary><c>import</c>: takes a file into the register of a province, all of it or its good rows.</summary>
internal static class ImportCommand
{
    private const int MostVerdictsShown = 50;

    private static readonly Argument<string> Format = new("format") { Description = "What the file holds, for instance members." };
    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<FileInfo> File = new("--file") { Description = "A CSV or XLSX file.", Required = true };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every row and apply none." };
    private static readonly Option<bool> GoodRowsOnly = new("--good-rows-only") { Description = "Apply the rows without an error and leave out the others." };

    public static Command Create(HostOptions options)
    {
        var command = new Command("import", "Take a file into the register of a province.") { Format, Province, File, DryRun, GoodRowsOnly };
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(File)!;
        if (!file.Exists)
            throw new CommandRefusedException($"There is no file {file.FullName}.");
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(
            host.FindProvince(parsed.GetValue(Province)!).Province, new SystemAccess("import") { Language = Language.English });

        var request = new ImportRequest(parsed.GetValue(Format)!, ImportContent.OfFile(file.FullName), ModeOf(parsed));
        var batch = await ImportAsync(scope.ServiceProvider, request, cancellationToken);
        await ReportAsync(scope.ServiceProvider.GetRequiredService<ImportBatchReader>(), batch, cancellationToken);
        return batch.State is ImportState.Failed or ImportState.Refused ? 1 : 0;
    }

    private static async Task<ImportBatch> ImportAsync(IServiceProvider services, ImportRequest request, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine($"Importing {request.Content.Name}", TimeProvider.System);
        var result = await services.GetRequiredService<FileImports>().RunAsync(request, progress, cancellationToken);
        return result.Succeeded ? result.Value : throw new CommandRefusedException(result.Problems[0].Message(Language.English));
    }

    private static async Task ReportAsync(ImportBatchReader batches, ImportBatch batch, CancellationToken cancellationToken)
    {
        foreach (var verdict in await batches.VerdictsAsync(batch.Id, severity: null, after: -1, MostVerdictsShown, cancellationToken))
            await Console.Out.WriteLineAsync($"row {verdict.Row} {verdict.Column}: {verdict.Severity} {verdict.Code}: {verdict.Message.English}");
        if (batch.Verdicts > MostVerdictsShown)
            await Console.Out.WriteLineAsync($"... and {batch.Verdicts - MostVerdictsShown} more.");
        if (batch.UnknownHeaders.Count > 0)
            await Console.Out.WriteLineAsync($"Columns that were left out: {string.Join(", ", batch.UnknownHeaders)}.");
        if (batch.Problem is not null)
            await Console.Out.WriteLineAsync(batch.Problem.English);
        await Console.Out.WriteLineAsync(
            $"{batch.State}: {batch.RowsRead} rows read, {batch.RowsWithErrors} with errors, {batch.RowsWithWarnings} with warnings, {batch.RowsApplied} applied.");
    }

    private static ImportMode ModeOf(ParseResult parsed)
    {
        if (parsed.GetValue(DryRun))
            return ImportMode.DryRun;
        return parsed.GetValue(GoodRowsOnly) ? ImportMode.GoodRowsOnly : ImportMode.AllOrNothing;
    }
}
