using System.CommandLine;
using Modular.Host.Startup;
using Modular.Kernel.Postgres.Provinces.Merging;
using Modular.Kernel.Time;

namespace Modular.Host.Commands;

/// <summary><c>provinces merge</c>: one province becomes part of another (ORG-23). No host serves meanwhile.</summary>
internal static class ProvincesCommand
{
    private static readonly Argument<string> From = new("from") { Description = "The slug of the province that becomes part of the other." };
    private static readonly Option<string> Into = new("--into") { Description = "The slug of the province that takes it in.", Required = true };
    private static readonly Option<string> Decision = new("--decision") { Description = "Number and symbol of the decision.", Required = true };
    private static readonly Option<DateOnly> DecidedOn = new("--decided-on") { Description = "Its date, as 2025-06-12.", Required = true };
    private static readonly Option<string> Authority = new("--authority") { Description = "Who decided.", Required = true };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do all of it, tell what came of it, and take it back." };

    public static Command Create(HostOptions options)
    {
        var merge = new Command("merge", "Make a province part of another from today on: registers, history, users and open cases go over.")
        {
            From, Into, Decision, DecidedOn, Authority, DryRun,
        };
        merge.SetAction((parsed, cancellationToken) => MergeAsync(options, parsed, cancellationToken));
        return new Command("provinces", "Provinces as wholes.") { merge };
    }

    private static async Task<int> MergeAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.Read(parsed), cancellationToken);
        var order = new ProvinceMergerOrder(
            host.FindProvince(parsed.GetValue(From)!).Province,
            host.FindProvince(parsed.GetValue(Into)!).Province,
            host.Services.GetRequiredService<TimeProvider>().Today(),
            parsed.GetValue(Decision)!,
            parsed.GetValue(DecidedOn),
            parsed.GetValue(Authority)!,
            "operator");
        var isDryRun = parsed.GetValue(DryRun);
        var report = await host.Services.GetRequiredService<ProvinceMerger>().RunAsync(host.OwnerConnection, order, isDryRun, cancellationToken);
        foreach (var (table, rows) in report.Moved)
            await Console.Out.WriteLineAsync($"{table}: {rows}");
        foreach (var note in report.Notes)
            await Console.Out.WriteLineAsync(note);
        foreach (var (log, seal) in report.LastSeals)
            await Console.Out.WriteLineAsync($"Last seal of the {log} of {order.From.Slug}, to be noted elsewhere: {seal}");
        if (report.Obstacles.Count > 0)
            throw new CommandRefusedException(string.Join(Environment.NewLine, report.Obstacles.Prepend("Nothing was changed:")));
        await Console.Out.WriteLineAsync(isDryRun
            ? $"{order.From.Slug} can become part of {order.Into.Slug}. Nothing was changed."
            : $"{order.From.Slug} is part of {order.Into.Slug} from {order.On:yyyy-MM-dd} on.");
        return 0;
    }
}
