using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Imports;

/// <summary>A database that takes people in, and files for it.</summary>
internal sealed class ImportSetting : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-import-");

    private ImportSetting(TestDatabase database)
    {
        Database = database;
    }

    public TestDatabase Database { get; }

    public static async Task<ImportSetting> CreateAsync(ImportLimits? limits = null)
    {
        var options = new TestDatabaseOptions
        {
            Configure = services => services.AddSingleton(limits ?? new ImportLimits()),
        };
        var database = await TestDatabase.CreateAsync(options, new PersonImportModule());
        await database.PlantTreeAsync();
        return new ImportSetting(database);
    }

    public string File(string name, string text, Encoding? encoding = null) =>
        File(name, [.. (encoding ?? new UTF8Encoding()).GetPreamble(), .. (encoding ?? new UTF8Encoding()).GetBytes(text)]);

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public Task<Result<ImportBatch>> ImportAsync(string path, ImportMode mode, ICurrentAccess? access = null, Province? province = null) =>
        ImportAsync(ImportContent.OfFile(path), mode, access, province);

    public async Task<Result<ImportBatch>> ImportAsync(
        ImportContent content, ImportMode mode, ICurrentAccess? access = null, Province? province = null)
    {
        await using var scope = Database.Enter(province ?? TestProvinces.NamDinh, access ?? new SystemAccess("test"));
        return await scope.Get<FileImports>().RunAsync(new ImportRequest("people", content, mode), progress: null, CancellationToken.None);
    }

    /// <summary>Imports text and answers what was said about it, a line a verdict: row, column, severity, code.</summary>
    public async Task<string> VerdictsAsync(string text, ImportMode mode = ImportMode.DryRun)
    {
        var batch = await ImportAsync(File("people.csv", text), mode);
        return await VerdictsAsync(batch.Value);
    }

    public async Task<string> VerdictsAsync(ImportBatch batch, Language language = Language.English)
    {
        await using var scope = Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return string.Join('\n', verdicts.Select(verdict =>
            $"{verdict.Row} {verdict.Column ?? "-"} {verdict.Severity} {verdict.Code}: {verdict.Message.In(language)}"));
    }

    public async Task<Result<ImportBatch>> UndoAsync(Guid batch, ICurrentAccess? access = null)
    {
        await using var scope = Database.Enter(TestProvinces.NamDinh, access ?? new SystemAccess("test"));
        return await scope.Get<ImportUndo>().RunAsync(batch, "by mistake", CancellationToken.None);
    }

    public Task<long> PeopleAsync() => Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from sample.person");

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
