using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Retention;

/// <summary>What nobody needs any more goes by itself, in every province, and nothing that somebody still needs.</summary>
public sealed class AgedRecordsTests : IAsyncLifetime
{
    private const string FillSql =
        """
        insert into kernel.idempotency_keys (province_id, user_id, operation, key, input_hash, created_at)
        select current_setting('app.province')::smallint, gen_random_uuid(), 'add', 'key', '', now() - age
        from unnest(array[interval '29 days', interval '31 days']) as age;

        insert into kernel.import_batches
            (province_id, id, module, format, mode, state, file_name, content_hash, user_name, started_at, alive_at, finished_at, stage, progress, verdicts)
        select current_setting('app.province')::smallint, id, 'sample', 'people', 'DRY_RUN', 'CHECKED', 'people.csv', sha256(id::text::bytea), 'clerk', now() - age, now() - age, now() - age, 'DONE', 1, 1
        from (values ('018f0000-0000-7000-8000-000000000001'::uuid, interval '366 days'), ('018f0000-0000-7000-8000-000000000002', interval '364 days')) as batch (id, age);
        insert into kernel.import_verdicts (province_id, id, batch_id, position, row_number, severity, code, vietnamese, english)
        select province_id, gen_random_uuid(), id, 1, 2, 'ERROR', 'TAKEN', 'Đã có.', 'Taken.' from kernel.import_batches where province_id = current_setting('app.province')::smallint;

        insert into kernel.work_items (province_id, id, version, module, kind, fact_id, subject_id, organization_id, responsible_id, base_on, due_on, state, opened_at, closed_at)
        select current_setting('app.province')::smallint, gen_random_uuid(), 1, 'sample', 'sample.due', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
            '2020-01-01', '2020-01-01', state, now() - interval '9 years', closed
        from (values ('OPEN', null), ('DONE', now() - interval '6 years'), ('DONE', now() - interval '4 years')) as item (state, closed);
        """;

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_is_of_age_is_counted_and_goes_in_every_province()
    {
        foreach (var province in TestProvinces.All)
            await database.ExecuteAsync(province, FillSql);
        var removal = Removal();

        var counted = await removal.CountAsync(TestProvinces.NamDinh.Id, TimeProvider.System.GetUtcNow(), CancellationToken.None);

        Assert.Equal(["idempotency-keys 1", "delivered-events 0", "import-verdicts 1", "closed-work-items 1"], counted.Select(count => $"{count.Records.Name} {count.Rows}"));
        Assert.Equal([3L, 0, 3, 3], await removal.RemoveAsync(CancellationToken.None));
        Assert.Equal([0L, 0, 0, 0], await removal.RemoveAsync(CancellationToken.None));
        Assert.Equal(2L, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.import_batches"));
        Assert.Equal(1L, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.work_items where state = 'OPEN'"));
    }

    [Fact]
    public async Task An_event_goes_when_all_who_listen_have_had_it_and_nobody_parked_it()
    {
        await EventsAsync();
        Assert.Equal([0L, 1, 0, 0], await Removal().RemoveAsync(CancellationToken.None));
        Assert.Equal(["fresh", "heard", "parked"], await LeftAsync());

        await database.DispatchEventsAsync();

        Assert.Equal([0L, 1, 0, 0], await Removal().RemoveAsync(CancellationToken.None));
        Assert.Equal(["fresh", "parked"], await LeftAsync());
    }

    [Fact]
    public async Task The_application_removes_no_event_before_its_time()
    {
        await EventsAsync();

        Assert.Equal(2L, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select kernel.remove_delivered_events(now() + interval '1 day', '{}')"));
        Assert.Equal(["fresh", "parked"], await LeftAsync());
    }

    private AgedRecordsRemoval Removal() => database.Services.GetRequiredService<AgedRecordsRemoval>();

    /// <summary>An event of today, and old ones: one that the sample listens to, one that nobody listens to, one that is parked.</summary>
    private Task EventsAsync() => database.ExecuteAsync(
        TestProvinces.NamDinh,
        $"""
        insert into kernel.outbox (province_id, generation, event_id, module, event_name, payload, occurred_at)
        select 36, (select generation from kernel.outbox_generation), gen_random_uuid(), 'sample', name, '{JsonSerializer.Serialize(new PersonJoined(Guid.NewGuid(), "E0"), JsonSerializerOptions.Web)}', now() - age
        from (values ('fresh', interval '1 day'), ('{Heard}', interval '91 days'), ('nobody', interval '91 days'), ('parked', interval '91 days')) as event (name, age);
        insert into kernel.parked_events (province_id, module, event_id, event_name, attempts, error_type, error, parked_at)
        select 36, 'sample', event_id, event_name, 3, 'Failure', 'It failed.', now() from kernel.outbox where event_name = 'parked';
        """);

    private async Task<IReadOnlyList<string>> LeftAsync() =>
        (await database.ScalarAsync<string[]>(TestProvinces.NamDinh, $"select array_agg(case when event_name = '{Heard}' then 'heard' else event_name end order by 1) from kernel.outbox"))
        .Order(StringComparer.Ordinal).ToList();

    private const string Heard = "sample.person-joined";
}
