using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Provinces;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.History;

public sealed class HistorySealTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task A_history_that_nobody_touched_is_whole()
    {
        await RegisterAndSealAsync("An", "Bình", "Chi");
        var noted = (await VerifyAsync()).Head!;
        await RegisterAndSealAsync("Dũng");

        var verdict = await VerifyAsync(new NotedSeal(noted.Position, noted.Hash));

        Assert.Equal((3, 4, 0, null), (noted.Position, verdict.Verified, verdict.Unsealed, verdict.Breach));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("reason = 'another'")]
    [InlineData("user_name = 'somebody.else'")]
    [InlineData("made_at = made_at + interval '1 microsecond'")]
    [InlineData("changes = jsonb_set(changes, '{fullName,after}', '\"Bính\"')")]
    [InlineData("document = null")]
    [InlineData("subject_id = gen_random_uuid()")]
    public async Task The_first_altered_edit_is_found(string alteration)
    {
        await RegisterAndSealAsync("An", "Bình", "Chi");

        await TamperAsync($"update kernel.edits set {alteration} where changes -> 'fullName' ->> 'after' in ('Bình', 'Chi')");

        Assert.Equal((1L, LogBreachKind.Altered, 2L), await BreachAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_that_is_gone_is_found()
    {
        await RegisterAndSealAsync("An", "Bình", "Chi");

        await TamperAsync("delete from kernel.edits where changes -> 'fullName' ->> 'after' = 'An'");

        Assert.Equal((0L, LogBreachKind.Removed, 1L), await BreachAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_that_was_put_among_sealed_ones_is_found()
    {
        await RegisterAndSealAsync("An", "Bình", "Chi");

        await TamperAsync(
            """
            insert into kernel.edits (province_id, generation, transaction_id, module, entity, action, changes, made_at, user_name)
            select province_id, generation, transaction_id, module, entity, action, changes, made_at, user_name
            from kernel.edits where changes -> 'fullName' ->> 'after' = 'Bình'
            """);

        Assert.Equal((2L, LogBreachKind.Added, 3L), await BreachAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_seal_that_is_gone_is_found()
    {
        await RegisterAndSealAsync("An", "Bình", "Chi");

        await TamperAsync("delete from kernel.edit_seals where position = 2");

        Assert.Equal((1L, LogBreachKind.SealRemoved, 2L), await BreachAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task An_end_that_was_cut_off_is_found_by_a_seal_that_was_noted()
    {
        await RegisterAndSealAsync("An", "Bình");
        var noted = (await VerifyAsync()).Head!;
        await TamperAsync("delete from kernel.edits where changes -> 'fullName' ->> 'after' = 'Bình'; delete from kernel.edit_seals where position = 2");

        Assert.Null((await VerifyAsync()).Breach);
        Assert.Equal(
            new LogBreach(LogBreachKind.SealRemoved, 2, null), (await VerifyAsync(new NotedSeal(noted.Position, noted.Hash))).Breach);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_chain_that_was_made_anew_over_an_altered_history_is_found_by_a_seal_that_was_noted()
    {
        await RegisterAndSealAsync("An", "Bình");
        var noted = (await VerifyAsync()).Head!;
        await TamperAsync("update kernel.edits set reason = 'another'; delete from kernel.edit_seals");
        await SealAsync();

        Assert.Null((await VerifyAsync()).Breach);
        Assert.Equal(LogBreachKind.NotTheNotedChain, (await VerifyAsync(new NotedSeal(noted.Position, noted.Hash))).Breach!.Kind);
    }

    [Fact(Timeout = 60_000)]
    public async Task Hosts_that_seal_while_others_write_make_one_chain()
    {
        await using var another = database.AnotherHost();
        var other = another.GetRequiredService<HistorySealer>();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async index =>
        {
            await RegisterAsync($"Người {(char)('A' + index)}");
            await (index % 2 == 0 ? Sealer : other).SealAsync(Province.Id, CancellationToken.None);
        }));
        await SealAsync();

        var verdict = await VerifyAsync();
        Assert.Equal((12, 0, null), (verdict.Verified, verdict.Unsealed, verdict.Breach));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_whose_transaction_ends_late_keeps_its_place_in_the_order()
    {
        await RegisterAsync("An");
        await using (var late = await database.DataSources.Of(Province.Id).OpenConnectionAsync())
        {
            await using var transaction = await late.BeginTransactionAsync();
            await using var insert = new NpgsqlCommand(
                """
                insert into kernel.edits (province_id, generation, module, entity, action, changes, made_at, user_name)
                values (36, (select generation from kernel.outbox_generation), 'sample', 'Late', 'CREATED', '{}', now(), 'somebody')
                """,
                late);
            await insert.ExecuteNonQueryAsync();
            await RegisterAsync("Bình");
            await Sealer.SealAsync(Province.Id, CancellationToken.None);
            Assert.NotEqual(0, (await VerifyAsync()).Unsealed);
            await transaction.CommitAsync();
        }

        await SealAsync();

        Assert.Null((await VerifyAsync()).Breach);
        Assert.Equal(
            "Person Late Person",
            await database.ScalarAsync<string>(
                Province, "select string_agg(e.entity, ' ' order by s.position) from kernel.edit_seals s join kernel.edits e using (province_id, generation, transaction_id, sequence)"));
    }

    private static Province Province => TestProvinces.NamDinh;

    private HistorySealer Sealer => database.Services.GetRequiredService<HistorySealer>();

    private Task<LogVerdict> VerifyAsync(NotedSeal? noted = null) =>
        database.Services.GetRequiredService<HistoryVerifier>().VerifyAsync(Province.Id, noted, CancellationToken.None);

    private async Task<(long Verified, LogBreachKind? Kind, long? Position)> BreachAsync()
    {
        var verdict = await VerifyAsync();
        return (verdict.Verified, verdict.Breach?.Kind, verdict.Breach?.Position);
    }

    private async Task RegisterAndSealAsync(params string[] names)
    {
        foreach (var name in names)
            await RegisterAsync(name);
        await SealAsync();
    }

    private async Task RegisterAsync(string name)
    {
        await using var scope = database.Enter();
        await scope.Write<SampleDbContext>().Because("registered", "01-TTr/CB").RunAsync<bool>(
            (db, _) =>
            {
                db.Add(SampleData.Person(name));
                return Task.FromResult<Results.Result<bool>>(true);
            },
            CancellationToken.None);
    }

    // What other databases of the server do may keep an edit from being settled for a moment.
    private async Task SealAsync()
    {
        await Patience.UntilAsync(async () =>
        {
            await Sealer.SealAsync(Province.Id, CancellationToken.None);
            return (await VerifyAsync()).Unsealed == 0;
        });
    }

    private async Task TamperAsync(string sql)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand($"set app.province = '{Province.Id}'; {sql}", owner);
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }
}
