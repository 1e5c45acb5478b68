using System.Globalization;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Language;
using Modular.GraphQL.Validation;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Host.Startup;

namespace Modular.Host.Documents;

/// <summary>
/// Reads the manifests of trusted documents at the start, and again whenever one changes: at once where the system tells of it, and in a minute where it does not, as with
/// files that another machine holds and with a link that leads to another folder now. At the start a manifest that cannot be used stops the host; later it is reported,
/// and the documents that were read before stay in use.
/// </summary>
internal sealed class TrustedDocumentFolder(
    DocumentOptions options, PersistedDocuments documents, ProvinceDirectory provinces, SchemaSnapshots schemas, TimeProvider clock, ILogger<TrustedDocumentFolder> log)
    : IDisposable
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile string? lastRead;
    private ITimer? clockwork;
    private PhysicalFileProvider? files;
    private IDisposable? watch;

    /// <summary>Reads the folder for the first time and begins to watch it.</summary>
    /// <exception cref="HostRefusedToStartException">Settings or manifests are wrong; everything that is wrong with manifests is in the message.</exception>
    public void Open()
    {
        options.Check(provinces.State);
        if (options.Folder is not { } folder)
            return;

        try
        {
            Read(Path.GetFullPath(folder));
        }
        catch (TrustedDocumentsException exception)
        {
            throw new HostRefusedToStartException(exception.Message);
        }

        files = new PhysicalFileProvider(Path.GetFullPath(folder));
        watch = ChangeToken.OnChange(() => files.Watch("**/*.json"), () => ReadAgain(onlyIfChanged: false));
        clockwork = clock.CreateTimer(_ => ReadAgain(onlyIfChanged: true), null, LookAgainAfter, LookAgainAfter);
    }

    public void Dispose()
    {
        clockwork?.Dispose();
        watch?.Dispose();
        files?.Dispose();
    }

    private void ReadAgain(bool onlyIfChanged)
    {
        try
        {
            var folder = Path.GetFullPath(options.Folder!);
            if (!onlyIfChanged || Listing(folder) != lastRead)
                Read(folder);
        }
        catch (Exception exception) when (exception is TrustedDocumentsException or IOException or UnauthorizedAccessException)
        {
            log.LogError("The documents that were read before stay in use. {Problem}", exception.Message);
        }
    }

    private void Read(string folder)
    {
        // One reading after the other, so that an older one never takes the place of a newer one.
        lock (gate)
        {
            // Noted first: what changes while it is read is read again, and what cannot be used is reported once.
            lastRead = Listing(folder);
            var read = TrustedDocuments.Load(folder);
            documents.Trusted = read;
            log.LogInformation("{Count} trusted documents were read from {Folder}.", read.Count, folder);
            foreach (var modules in provinces.State.All.Select(served => served.Modules).Distinct())
                ReportInvalid(read, modules);
        }
    }

    // Null for a folder that is not there.
    private static string? Listing(string folder) => !Directory.Exists(folder) ? null : string.Join('\n', new DirectoryInfo(folder)
        .EnumerateFiles("*.json", SearchOption.AllDirectories)
        .OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")));

    // They are answered with what is wrong with them, as any other request; a province may have a module disabled for a while.
    private void ReportInvalid(TrustedDocuments read, ModuleSet modules)
    {
        if (!schemas.TryFind(modules, out var schema))
            return;
        foreach (var (identifier, document) in read.All)
        {
            var errors = Validator.Validate(schema, Parser.Parse(new Source(document)));
            if (!errors.IsEmpty)
            {
                log.LogWarning(
                    "The trusted document {Document} is not valid where the modules {Modules} are enabled: {Error}", identifier, modules, errors[0]);
            }
        }
    }
}
