using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.AccessLog;

public sealed class SensitiveReadWriterTests : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private TestDatabase? database;

    private TestDatabase Database => database!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public async Task Reads_that_come_together_are_kept_each_with_its_own_people()
    {
        var writer = new SensitiveReadWriter(Database.DataSources);
        var people = Enumerable.Range(0, 100).Select(number => Enumerable.Range(0, 1 + (number % 7)).Select(_ => Guid.CreateVersion7()).Order().ToArray()).ToArray();

        await Task.WhenAll(people.Select((subjects, number) => writer.WriteAsync(TestProvinces.NamDinh.Id, Read($"reader {number}", subjects))));

        var kept = await Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh, "select array_agg(user_name || ' ' || array_to_string(subjects, ',') order by user_name) from kernel.sensitive_reads");
        Assert.Equal(
            people.Select((subjects, number) => $"reader {number} {string.Join(',', subjects)}").Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_PostgreSQL_does_not_take_closes_nobodys_answer()
    {
        var writer = new SensitiveReadWriter(Database.DataSources);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            writer.WriteAsync(TestProvinces.NamDinh.Id, Read(number % 5 == 3 ? "ke\0pt" : "kept", [Guid.CreateVersion7()]))));

        Assert.Equal(20, await Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.sensitive_reads where user_name = 'kept'"));
    }

    [Fact]
    public async Task A_person_finds_their_own_reads_in_their_province_by_the_index()
    {
        var writer = new SensitiveReadWriter(Database.DataSources);
        var (somebody, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await writer.WriteAsync(TestProvinces.NamDinh.Id, Read("first", [somebody, other]));
        await writer.WriteAsync(TestProvinces.NamDinh.Id, Read("second", [somebody]) with { At = At.AddDays(1) });
        await writer.WriteAsync(TestProvinces.NamDinh.Id, Read("third", [other]));
        await writer.WriteAsync(TestProvinces.NinhThuan.Id, Read("elsewhere", [somebody]));

        Assert.Equal(["second", "first"], await FindAsync(somebody, "infinity"));
        Assert.Equal(["first"], await FindAsync(somebody, "2026-03-03"));
        Assert.Contains("sensitive_reads_of_subject", await PlanAsync(somebody), StringComparison.Ordinal);
    }

    private async Task<string[]> FindAsync(Guid subject, string before) => await Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh, $"select array_agg(user_name) from kernel.reads_of_subject('{subject}', '{before}', 10)");

    /// <summary>How the owner's function searches.</summary>
    private async Task<string> PlanAsync(Guid subject)
    {
        await using var owner = await Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            $"set enable_seqscan = off; explain select * from kernel.sensitive_reads where subjects @> array['{subject}'::uuid]", owner);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static LoggedRead Read(string user, Guid[] subjects) => new(
        new SensitiveRead("Person", ["citizenId", "religion"], subjects, "people.read-sensitive"), Guid.CreateVersion7(), user, ReadCircumstances.None, null, At);
}
