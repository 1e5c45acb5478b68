using System.CommandLine;
using Modular.Host.Startup;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Time;

namespace Modular.Host.Commands;

/// <summary>
/// <c>access-log</c>: whether anybody altered the log of sensitive reads of a province past the application, and its archive, into which reads go after twelve months online (PD-15).
/// </summary>
internal static class AccessLogCommand
{
    private const int MonthsInArchive = 24;

    private static readonly SealedLogReport Report = new("access log", "read");

    private static readonly Option<DateOnly?> KeptSince = new("--kept-since")
    {
        Description = "The day from which on all reads must be there; twelve months ago where it is left out (PD-15).",
    };

    private static readonly Option<DateOnly?> Before = new("--before")
    {
        Description = "The day before which reads go into the archive; twelve months ago where it is left out, and never later (PD-15).",
    };

    private static readonly Option<string> Folder = new("--to") { Description = "The folder for the archive.", Required = true };

    private static readonly Argument<string> ArchiveFile = new("file") { Description = "The archive." };

    public static Command Create(HostOptions options)
    {
        var verify = new Command("verify", "Follow the chain of seals and tell the first read that was altered, removed or added.")
        {
            SealedLogReport.Province, SealedLogReport.Seal, KeptSince,
        };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(options, parsed, cancellationToken));
        var archive = new Command("archive", "Put the reads whose time online is over into a file, check the file, and take them out of the log.")
        {
            SealedLogReport.Province, Before, Folder,
        };
        archive.SetAction((parsed, cancellationToken) => ArchiveAsync(options, parsed, cancellationToken));
        var check = new Command("check-archive", "Tell whether an archive holds what was sealed.") { SealedLogReport.Province, ArchiveFile };
        check.SetAction((parsed, cancellationToken) => CheckArchiveAsync(options, parsed, cancellationToken));
        return new Command("access-log", "The sealed log of who was shown sensitive personal data.") { verify, archive, check };
    }

    private static async Task<int> ArchiveAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Folder)!;
        if (!Directory.Exists(folder))
            throw new CommandRefusedException($"There is no folder {folder}.");
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(SealedLogReport.Province)!).Province;
        var latest = host.Services.GetRequiredService<TimeProvider>().Today().AddMonths(-ReadLogVerifier.MonthsOnline);
        var before = parsed.GetValue(Before) ?? latest;
        if (before > latest)
            throw new CommandRefusedException($"Reads stay online for {ReadLogVerifier.MonthsOnline} months (PD-15): --before may be {latest:yyyy-MM-dd} at the latest.");
        try
        {
            var archive = await host.Services.GetRequiredService<ReadArchiving>()
                .ArchiveAsync(host.OwnerConnection, province, VietnamTime.EndOf(before.AddDays(-1)), folder, cancellationToken);
            await Console.Out.WriteLineAsync(archive is null
                ? $"{province.Slug}: no read is from before {before:yyyy-MM-dd}."
                : $"{province.Slug}: {archive.Reads} reads ({archive.First} to {archive.Last}) are in {archive.Path}, SHA-256 {archive.Sha256}. Keep it until {before.AddMonths(MonthsInArchive):yyyy-MM-dd}.");
            return 0;
        }
        catch (ReadArchiveException refused)
        {
            throw new CommandRefusedException(refused.Message);
        }
    }

    private static async Task<int> CheckArchiveAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(ArchiveFile)!;
        if (!File.Exists(file))
            throw new CommandRefusedException($"There is no file {file}.");
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(SealedLogReport.Province)!).Province;
        try
        {
            var (first, last) = await host.Services.GetRequiredService<ReadArchiveCheck>().CheckAsync(province.Id, file, cancellationToken);
            await Console.Out.WriteLineAsync($"{province.Slug}: the reads {first} to {last} in {file} are as they were sealed.");
            return 0;
        }
        catch (ReadArchiveException broken)
        {
            await Console.Out.WriteLineAsync($"{province.Slug}: {broken.Message}");
            return 1;
        }
    }

    private static async Task<int> VerifyAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var noted = SealedLogReport.Noted(parsed);
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(SealedLogReport.Province)!).Province;
        var today = host.Services.GetRequiredService<TimeProvider>().Today();
        var keptSince = VietnamTime.EndOf((parsed.GetValue(KeptSince) ?? today.AddMonths(-ReadLogVerifier.MonthsOnline)).AddDays(-1));
        var verifier = host.Services.GetRequiredService<ReadLogVerifier>();
        return await Report.WriteAsync(province, await verifier.VerifyAsync(province.Id, noted, keptSince, cancellationToken));
    }
}
