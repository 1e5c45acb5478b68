using Modular.Kernel.Postgres.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Imports;

/// <summary>By itself: as long as one transaction writes, what others of the server do is not settled, and tests that wait for that would wait for this import.</summary>
[CollectionDefinition(nameof(LargeImportTests), DisableParallelization = true)]
[Collection(nameof(LargeImportTests))]
public sealed class LargeImportTests(ITestOutputHelper output)
{
    private const int Rows = 110_000;

    [Fact]
    public async Task A_province_of_110_000_members_is_taken_in_at_once()
    {
        await using var province = new SmallProvince();
        await province.InitializeAsync();
        var text = MemberFiles.Many(Rows, ["36.01.001.001", "36.01.001.002", "36.01.002.009"]);
        var clock = TimeProvider.System;
        var allocated = GC.GetTotalAllocatedBytes();
        var started = clock.GetTimestamp();

        var batch = await province.ImportAsync(text);

        output.WriteLine(FormattableString.Invariant(
            $"{clock.GetElapsedTime(started).TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB allocated, {GC.GetGCMemoryInfo().HeapSizeBytes >> 20} MB heap"));
        Assert.Equal((ImportState.Applied, Rows), (batch.State, batch.RowsApplied));
        Assert.Equal(
            (long)Rows,
            await province.Database.ScalarAsync<long>(
                TestProvinces.NamDinh, "select sum(official)::bigint from members.headcount where next_day is null"));
    }
}
