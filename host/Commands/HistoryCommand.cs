using System.CommandLine;
using Modular.Host.Startup;
using Modular.Kernel.Postgres.History;

namespace Modular.Host.Commands;

/// <summary><c>history verify</c>: whether anybody altered the history of a province past the application.</summary>
internal static class HistoryCommand
{
    private static readonly SealedLogReport Report = new("history", "change");

    public static Command Create(HostOptions options)
    {
        var verify = new Command("verify", "Follow the chain of seals and tell the first change that was altered, removed or added.")
        {
            SealedLogReport.Province, SealedLogReport.Seal,
        };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(options, parsed, cancellationToken));
        return new Command("history", "The sealed history of changes.") { verify };
    }

    private static async Task<int> VerifyAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var noted = SealedLogReport.Noted(parsed);
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(SealedLogReport.Province)!).Province;
        var verifier = host.Services.GetRequiredService<HistoryVerifier>();
        return await Report.WriteAsync(province, await verifier.VerifyAsync(province.Id, noted, cancellationToken));
    }
}
