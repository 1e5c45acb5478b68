using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.Postgres.History;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Npgsql;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.AccessLog;

/// <summary>The chain over the log of sensitive reads: what requests wrote is as it was written, or the first place is told where it is not.</summary>
public sealed class SealedReadTests : IAsyncLifetime
{
    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_log_that_nobody_touched_is_whole()
    {
        await ReadAndSealAsync();
        var noted = (await VerifyAsync()).Head!;
        await ReadAndSealAsync();

        var verdict = await VerifyAsync(new NotedSeal(noted.Position, noted.Hash));

        Assert.Equal((3, 6, 0, 0, null), (noted.Position, verdict.Verified, verdict.Unsealed, verdict.Removed, verdict.Breach));
    }

    [Fact]
    public async Task Seals_of_the_first_form_hold_and_those_of_the_second_follow_from_them()
    {
        await ReadAndSealAsync();
        await SealsOfTheFirstForm.ReplaceAsync(world.Database);
        await ReadAndSealAsync();

        var whole = await VerifyAsync();
        await TamperAsync("update kernel.sensitive_reads set subjects = array[gen_random_uuid()] where sequence = 2");
        var altered = await VerifyAsync();

        Assert.Equal((6, null), (whole.Verified, whole.Breach));
        Assert.Equal((LogBreachKind.Altered, 2L), (altered.Breach?.Kind, altered.Breach?.Position));
    }

    [Fact]
    public async Task A_seal_that_is_said_to_be_of_another_form_does_not_hold()
    {
        await ReadAndSealAsync();

        await TamperAsync("update kernel.sensitive_read_seals set form = 1 where position = 2");

        var breach = (await VerifyAsync()).Breach;
        Assert.Equal((LogBreachKind.Altered, 2L), (breach?.Kind, breach?.Position));
    }

    [Theory]
    [InlineData("update kernel.sensitive_reads set user_name = 'somebody.else' where sequence = 2")]
    [InlineData("update kernel.sensitive_reads set read_at = read_at + interval '1 microsecond' where sequence = 2")]
    [InlineData("update kernel.sensitive_reads set fields = '{religion}' where sequence = 2")]
    [InlineData("update kernel.sensitive_reads set purpose = 'another' where sequence = 2")]
    [InlineData("update kernel.sensitive_reads set subjects = array[gen_random_uuid()] where sequence = 2")]
    [InlineData("update kernel.sensitive_reads set subjects = subjects || gen_random_uuid(), subject_count = subject_count + 1 where sequence = 2")]
    public async Task The_first_altered_read_is_found(string alteration)
    {
        await ReadAndSealAsync();

        await TamperAsync(alteration);

        var verdict = await VerifyAsync();
        Assert.Equal((1L, LogBreachKind.Altered, 2L, "Person"), (verdict.Verified, verdict.Breach?.Kind, verdict.Breach?.Position, verdict.Breach?.Row?.Entity));
    }

    [Fact]
    public async Task A_read_that_is_gone_is_found_while_its_time_is_not_over()
    {
        await ReadAndSealAsync();

        await TamperAsync("delete from kernel.sensitive_reads where sequence = 1");

        Assert.Equal(new LogBreach(LogBreachKind.Removed, 1, null), (await VerifyAsync()).Breach);
    }

    [Fact]
    public async Task Reads_whose_time_is_over_may_go_from_the_beginning_and_the_chain_goes_on_from_their_seals()
    {
        await ReadAndSealAsync();
        var noted = (await VerifyAsync()).Head!;
        await TamperAsync("delete from kernel.sensitive_reads where sequence <= 2");

        var verdict = await VerifyAsync(new NotedSeal(noted.Position, noted.Hash), DateTimeOffset.MaxValue);
        await TamperAsync("update kernel.sensitive_reads set user_name = 'somebody.else' where sequence = 3");
        var altered = await VerifyAsync(noted: null, DateTimeOffset.MaxValue);

        Assert.Equal((1, 2, null), (verdict.Verified, verdict.Removed, verdict.Breach));
        Assert.Equal((LogBreachKind.Altered, 3L), (altered.Breach?.Kind, altered.Breach?.Position));
    }

    [Fact]
    public async Task A_read_that_is_gone_from_the_middle_is_found_whatever_its_time()
    {
        await ReadAndSealAsync();

        await TamperAsync("delete from kernel.sensitive_reads where sequence = 2");

        Assert.Equal(new LogBreach(LogBreachKind.Removed, 2, null), (await VerifyAsync(noted: null, DateTimeOffset.MaxValue)).Breach);
    }

    [Fact]
    public async Task A_read_that_was_put_among_sealed_ones_is_found()
    {
        await ReadAndSealAsync();

        await TamperAsync(
            """
            insert into kernel.sensitive_reads (province_id, id, read_at, user_name, subject_type, fields, subject_count, subjects, purpose, generation, transaction_id)
            select province_id, gen_random_uuid(), read_at, user_name, subject_type, fields, subject_count, subjects, purpose, generation, transaction_id
            from kernel.sensitive_reads where sequence = 2
            """);

        Assert.Equal((LogBreachKind.Added, 3L), ((await VerifyAsync()).Breach?.Kind, (await VerifyAsync()).Breach?.Position));
    }

    // Three reads, one after the other.
    private async Task ReadAndSealAsync()
    {
        for (var number = 1; number <= 3; number++)
            await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", PersonId(2))}}") { citizenId } }""");
        await Patience.UntilAsync(async () =>
        {
            await world.Database.Services.GetRequiredService<ReadSealer>().SealAsync(TestProvinces.NamDinh.Id, CancellationToken.None);
            return (await VerifyAsync()).Unsealed == 0;
        });
    }

    private Task<LogVerdict> VerifyAsync(NotedSeal? noted = null, DateTimeOffset? keptSince = null) =>
        world.Database.Services.GetRequiredService<ReadLogVerifier>()
            .VerifyAsync(TestProvinces.NamDinh.Id, noted, keptSince ?? DateTimeOffset.MinValue, CancellationToken.None);

    private async Task TamperAsync(string sql)
    {
        await using var owner = await world.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand($"set app.province = '36'; {sql}", owner);
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }
}
