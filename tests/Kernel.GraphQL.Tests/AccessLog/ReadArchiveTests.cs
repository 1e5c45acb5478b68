using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.History;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Npgsql;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.AccessLog;

/// <summary>Reads whose time online is over go into a file that proves itself by the seals that stay.</summary>
public sealed class ReadArchiveTests : IAsyncLifetime
{
    private readonly PeopleWorld world = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-archive-");

    private ReadLogVerifier Verifier => world.Database.Services.GetRequiredService<ReadLogVerifier>();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Reads_go_into_a_file_that_holds_what_was_sealed_and_the_chain_goes_on()
    {
        await ReadAndSealAsync();
        var first = await ArchiveAsync();
        await ReadAndSealAsync();
        var second = await ArchiveAsync();
        var verdict = await Verifier.VerifyAsync(TestProvinces.NamDinh.Id, noted: null, DateTimeOffset.MaxValue, CancellationToken.None);

        Assert.Equal((1, 3, 4, 6), (first!.First, first.Last, second!.First, second.Last));
        Assert.Equal((0, 6, null), (verdict.Verified, verdict.Removed, verdict.Breach));
        Assert.Equal(0L, await CountReadsAsync());
        Assert.Equal((4, 6), await CheckAsync(second.Path));
        Assert.Equal(
            ["access-log-nam-dinh-1-3.ndjson.gz", "access-log-nam-dinh-1-3.ndjson.gz.sha256", "access-log-nam-dinh-4-6.ndjson.gz", "access-log-nam-dinh-4-6.ndjson.gz.sha256"],
            folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal($"{first.Sha256}  access-log-nam-dinh-1-3.ndjson.gz\n", await File.ReadAllTextAsync($"{first.Path}.sha256", TestContext.Current.CancellationToken));
        Assert.Null(await ArchiveAsync());
    }

    [Fact]
    public async Task A_file_of_reads_that_were_sealed_in_two_forms_is_what_was_sealed()
    {
        await ReadAndSealAsync();
        await SealsOfTheFirstForm.ReplaceAsync(world.Database);
        await ReadAndSealAsync();

        var archive = (await ArchiveAsync())!;

        Assert.Equal((1, 6), (archive.First, archive.Last));
        Assert.Equal((1, 6), await CheckAsync(archive.Path));
    }

    [Fact]
    public async Task Only_what_was_sealed_before_the_day_goes()
    {
        await ReadAndSealAsync();

        Assert.Null(await ArchiveAsync(DateTimeOffset.UnixEpoch));
        Assert.Equal(3L, await CountReadsAsync());
        Assert.Empty(folder.GetFiles());
    }

    [Theory]
    [InlineData("\"user_name\": \"", "\"user_name\": \"another")]
    [InlineData("\"position\": 2", "\"position\": 7")]
    [InlineData("\"hash\": \"", "\"hash\": \"00")]
    [InlineData("{\"hash\"", "\"hash\"")]
    public async Task A_file_that_was_altered_is_found(string what, string with)
    {
        await ReadAndSealAsync();
        var path = (await ArchiveAsync())!.Path;
        var text = await TextAsync(path);
        Assert.Contains(what, text, StringComparison.Ordinal);

        await RewriteAsync(path, text.Replace(what, with, StringComparison.Ordinal));

        await Assert.ThrowsAsync<ReadArchiveException>(() => CheckAsync(path));
    }

    [Fact]
    public async Task A_file_that_lacks_its_end_or_is_none_is_told()
    {
        await ReadAndSealAsync();
        var path = (await ArchiveAsync())!.Path;
        await RewriteAsync(path, "");

        Assert.Equal("The file holds no read.", (await Assert.ThrowsAsync<ReadArchiveException>(() => CheckAsync(path))).Message);
        await File.WriteAllTextAsync(path, "no gzip", TestContext.Current.CancellationToken);
        Assert.Equal("The file is no gzip file, or its end is missing.", (await Assert.ThrowsAsync<ReadArchiveException>(() => CheckAsync(path))).Message);
    }

    [Fact]
    public async Task A_log_that_was_altered_is_not_put_away()
    {
        await ReadAndSealAsync();
        await using var owner = await world.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand("set app.province = '36'; update kernel.sensitive_reads set purpose = 'another' where sequence = 2", owner);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<ReadArchiveException>(() => ArchiveAsync());

        Assert.Equal("The log is not as it was sealed, at read 2: verify it and clear that up first.", refused.Message);
        Assert.Equal(3L, await CountReadsAsync());
    }

    // Three reads, one after the other.
    private async Task ReadAndSealAsync()
    {
        for (var number = 1; number <= 3; number++)
            await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", PersonId(2))}}") { citizenId } }""");
        await Patience.UntilAsync(async () =>
        {
            await world.Database.Services.GetRequiredService<ReadSealer>().SealAsync(TestProvinces.NamDinh.Id, CancellationToken.None);
            return (await Verifier.VerifyAsync(TestProvinces.NamDinh.Id, noted: null, DateTimeOffset.MaxValue, CancellationToken.None)).Unsealed == 0;
        });
    }

    private Task<ReadArchive?> ArchiveAsync(DateTimeOffset? before = null) => world.Database.Services.GetRequiredService<ReadArchiving>().ArchiveAsync(
        world.Database.Connections.Owner, TestProvinces.NamDinh, before ?? TimeProvider.System.GetUtcNow().AddDays(1), folder.FullName, CancellationToken.None);

    private Task<(long First, long Last)> CheckAsync(string path) =>
        world.Database.Services.GetRequiredService<ReadArchiveCheck>().CheckAsync(TestProvinces.NamDinh.Id, path, CancellationToken.None);

    private Task<long> CountReadsAsync() => world.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.sensitive_reads");

    private static async Task<string> TextAsync(string path)
    {
        await using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static async Task RewriteAsync(string path, string content)
    {
        await using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await using var text = new StreamWriter(gzip);
        await text.WriteAsync(content.AsMemory(), TestContext.Current.CancellationToken);
    }
}
