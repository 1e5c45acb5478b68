using System.CommandLine;
using Modular.Host.Startup;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Time;

namespace Modular.Host.Commands;

/// <summary><c>access-log verify</c>: whether anybody altered the log of sensitive reads of a province past the application.</summary>
internal static class AccessLogCommand
{
    private const int MonthsOnline = 12;

    private static readonly SealedLogReport Report = new("access log", "read");

    private static readonly Option<DateOnly?> KeptSince = new("--kept-since")
    {
        Description = "The day from which on all reads must be there; twelve months ago where it is left out (PD-15).",
    };

    public static Command Create(HostOptions options)
    {
        var verify = new Command("verify", "Follow the chain of seals and tell the first read that was altered, removed or added.")
        {
            SealedLogReport.Province, SealedLogReport.Seal, KeptSince,
        };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(options, parsed, cancellationToken));
        return new Command("access-log", "The sealed log of who was shown sensitive personal data.") { verify };
    }

    private static async Task<int> VerifyAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var noted = SealedLogReport.Noted(parsed);
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(SealedLogReport.Province)!).Province;
        var today = host.Services.GetRequiredService<TimeProvider>().Today();
        var keptSince = VietnamTime.EndOf((parsed.GetValue(KeptSince) ?? today.AddMonths(-MonthsOnline)).AddDays(-1));
        var verifier = host.Services.GetRequiredService<ReadLogVerifier>();
        return await Report.WriteAsync(province, await verifier.VerifyAsync(province.Id, noted, keptSince, cancellationToken));
    }
}
