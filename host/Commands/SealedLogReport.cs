using System.CommandLine;
using System.Globalization;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Provinces;

namespace Modular.Host.Commands;

/// <summary>What commands that look through a sealed log share: their options, and what they print. Values are never printed.</summary>
/// <param name="Log">How the log is called: <c>history</c>.</param>
/// <param name="Row">How a row of it is called: <c>change</c>.</param>
internal sealed record SealedLogReport(string Log, string Row)
{
    private const int Broken = 1;

    /// <summary>The province whose log is looked through.</summary>
    public static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };

    /// <summary>A seal that was noted.</summary>
    public static readonly Option<string?> Seal = new("--seal")
    {
        Description = "A seal that was written down earlier, as position:hash; the log must go through it.",
    };

    /// <summary>The seal that the operator gave, or nothing.</summary>
    /// <exception cref="CommandRefusedException">It is malformed.</exception>
    public static NotedSeal? Noted(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(Seal) is { } text ? NotedSeal.Parse(text) : null;
        }
        catch (FormatException malformed)
        {
            throw new CommandRefusedException(malformed.Message);
        }
    }

    /// <summary>Tells what was found.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WriteAsync(Province province, LogVerdict verdict)
    {
        await Console.Out.WriteLineAsync(verdict.Breach is { } breach
            ? $"{province.Slug}: the {Log} is NOT as it was sealed. {Sentence(breach)} {verdict.Verified} {Row}s before it are as they were."
            : $"{province.Slug}: {verdict.Verified} {Row}s are as they were sealed; {verdict.Unsealed} are not sealed yet.");
        if (verdict.Removed > 0)
            await Console.Out.WriteLineAsync($"The first {verdict.Removed} {Row}s were removed when their time was over; their seals are there.");
        if (verdict is { Breach: null, Head: { } head })
            await Console.Out.WriteLineAsync($"Last seal, to be noted elsewhere: {head.Position}:{head.Hash}");
        return verdict.Breach is null ? 0 : Broken;
    }

    private string Sentence(LogBreach breach)
    {
        var one = string.Create(CultureInfo.InvariantCulture, $"{Row} {breach.Position}");
        var capital = char.ToUpperInvariant(one[0]) + one[1..];
        return breach.Kind switch
        {
            LogBreachKind.Altered => $"{capital} was altered, or its seal: {What(breach)}.",
            LogBreachKind.Removed => $"{capital} was removed.",
            LogBreachKind.Added => $"A {Row} was added before {one}: {What(breach)}.",
            LogBreachKind.SealRemoved => $"Seal {breach.Position} was removed.",
            _ => $"At {one} the chain is not the one of which the seal was noted: it was made anew.",
        };
    }

    private static string What(LogBreach breach) =>
        breach.Row is { } row ? $"{row.Module}, {row.Entity} {row.EntityId}, made at {row.MadeAt:u}" : "unknown";
}
