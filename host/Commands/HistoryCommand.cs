using System.CommandLine;
using Modular.Host.Startup;
using Modular.Kernel.Postgres.History;

namespace Modular.Host.Commands;

/// <summary><c>history verify</c>: whether anybody altered the history of a province past the application.</summary>
internal static class HistoryCommand
{
    private const int Broken = 1;

    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<string?> Seal = new("--seal")
    {
        Description = "A seal that was written down earlier, as position:hash; the history must go through it.",
    };

    public static Command Create(HostOptions options)
    {
        var verify = new Command("verify", "Follow the chain of seals and tell the first change that was altered, removed or added.") { Province, Seal };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(options, parsed, cancellationToken));
        return new Command("history", "The sealed history of changes.") { verify };
    }

    private static async Task<int> VerifyAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var noted = Noted(parsed.GetValue(Seal));
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(Province)!).Province;
        var verdict = await host.Services.GetRequiredService<HistoryVerifier>().VerifyAsync(province.Id, noted, cancellationToken);
        await Console.Out.WriteLineAsync(verdict.Breach is { } breach
            ? $"{province.Slug}: the history is NOT as it was sealed. {Sentence(breach)} {verdict.Verified} changes before it are as they were."
            : $"{province.Slug}: {verdict.Verified} changes are as they were sealed; {verdict.Unsealed} are not sealed yet.");
        if (verdict is { Breach: null, Head: { } head })
            await Console.Out.WriteLineAsync($"Last seal, to be noted elsewhere: {head.Position}:{head.Hash}");
        return verdict.Breach is null ? 0 : Broken;
    }

    private static NotedSeal? Noted(string? text)
    {
        try
        {
            return text is null ? null : NotedSeal.Parse(text);
        }
        catch (FormatException malformed)
        {
            throw new CommandRefusedException(malformed.Message);
        }
    }

    private static string Sentence(HistoryBreach breach) => breach.Kind switch
    {
        HistoryBreachKind.Altered => $"Change {breach.Position} was altered, or its seal: {What(breach)}.",
        HistoryBreachKind.Removed => $"Change {breach.Position} was removed.",
        HistoryBreachKind.Added => $"A change was added before change {breach.Position}: {What(breach)}.",
        HistoryBreachKind.SealRemoved => $"Seal {breach.Position} was removed.",
        _ => $"At change {breach.Position} the chain is not the one of which the seal was noted: it was made anew.",
    };

    private static string What(HistoryBreach breach) =>
        breach.Edit is { } edit ? $"{edit.Module}, {edit.Entity} {edit.EntityId}, made at {edit.MadeAt:u}" : "unknown";
}
