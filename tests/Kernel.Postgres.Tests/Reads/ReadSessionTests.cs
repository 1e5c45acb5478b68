using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Reads;

public sealed class ReadSessionTests : IAsyncLifetime
{
    private static readonly ReadValues Values = new(36, new DateOnly(2026, 11, 22), new SystemAccess("test"));
    private TestDatabase? database;

    private NpgsqlDataSource Source => database!.DataSources.Of(TestProvinces.NamDinh.Id);

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database!.DisposeAsync();

    [Fact]
    public async Task What_is_asked_for_before_a_flush_goes_out_as_one_batch()
    {
        await using var session = new ReadSession(Source);
        var first = session.ReadAsync(Statement("select 1"), Values, [Kind<int>()]);
        var second = session.ReadAsync(Statement("select 'hai' union all select null"), Values, [ValueKind.Text]);

        Assert.False(first.IsCompleted);
        await session.FlushAsync(CancellationToken.None);

        Assert.Equal(1, ((ValueBuffer<int>)(await first)[0])[0]);
        var texts = (TextBuffer)(await second)[0];
        Assert.Equal("hai"u8, texts[0]);
        Assert.True(texts.IsNull(1));
        Assert.Equal((1, 2), (session.Statistics.Batches, session.Statistics.Statements.Count));
    }

    [Fact]
    public async Task A_flush_without_statements_opens_no_connection()
    {
        await using var session = new ReadSession(NpgsqlDataSource.Create("Host=nowhere.invalid"));

        await session.FlushAsync(CancellationToken.None);

        Assert.Equal(0, session.Statistics.Batches);
    }

    [Fact]
    public async Task A_statement_that_fails_fails_alone()
    {
        await using var session = new ReadSession(Source);
        var before = session.ReadAsync(Statement("select 1"), Values, [Kind<int>()]);
        var failing = session.ReadAsync(Statement("select 1 / 0"), Values, [Kind<int>()]);
        var unknown = session.ReadAsync(Statement("select nothing from nowhere"), Values, [Kind<int>()]);
        var behind = session.ReadAsync(Statement("select 4"), Values, [Kind<int>()]);

        await session.FlushAsync(CancellationToken.None);

        Assert.Equal(1, (await before).Count);
        Assert.Equal(PostgresErrorCodes.DivisionByZero, (await Assert.ThrowsAsync<PostgresException>(() => failing)).SqlState);
        Assert.Equal(PostgresErrorCodes.UndefinedTable, (await Assert.ThrowsAsync<PostgresException>(() => unknown)).SqlState);
        Assert.Equal(4, ((ValueBuffer<int>)(await behind)[0])[0]);
    }

    [Fact]
    public async Task A_cancelled_flush_leaves_nobody_waiting()
    {
        await using var session = new ReadSession(Source);
        var read = session.ReadAsync(Statement("select 1"), Values, [Kind<int>()]);

        await session.FlushAsync(new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task A_statement_that_comes_again_stays_prepared_on_its_connection()
    {
        const string Text = "select count(*) from kernel.organization_tree as prepared_again where province_id = $1";
        for (var time = 0; time < 3; time++)
        {
            await using var session = new ReadSession(Source);
            var read = session.ReadAsync(new ReadStatement(Text, [ProvinceParameter.Instance]), Values, [ValueKind.Long]);
            await session.FlushAsync(CancellationToken.None);
            Assert.Equal(0, (await read).Numbers(0)[0]);
        }

        Assert.Equal(1L, await database!.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from pg_prepared_statements where statement = $1", Text));
    }

    [Fact]
    public async Task A_statement_that_needs_a_fresh_plan_is_planned_for_each_run_and_prepared_all_the_same()
    {
        const string Text = "select count(*) from kernel.organization_tree as planned_anew where province_id = $1";
        for (var time = 0; time < 10; time++)
            await ReadAsync(new ReadStatement(Text, [ProvinceParameter.Instance], NeedsFreshPlan: true));

        Assert.Equal("prepared, 0 generic", await PlansOfAsync(Text));
        Assert.Equal("auto", await PlanModeAsync());
    }

    [Fact]
    public async Task Other_statements_keep_their_plan()
    {
        const string Text = "select count(*) from kernel.organization_tree as planned_once where province_id = $1";
        for (var time = 0; time < 10; time++)
            await ReadAsync(new ReadStatement(Text, [ProvinceParameter.Instance]));

        Assert.NotEqual("prepared, 0 generic", await PlansOfAsync(Text));
    }

    [Fact]
    public async Task Where_a_statement_of_fresh_plans_fails_the_connection_goes_on_keeping_plans()
    {
        await Assert.ThrowsAsync<PostgresException>(() => ReadAsync(new ReadStatement("select 1::bigint / ($1 - 36)", [ProvinceParameter.Instance], NeedsFreshPlan: true)));

        Assert.Equal("auto", await PlanModeAsync());
    }

    [Fact]
    public async Task Every_kind_of_value_is_read_as_what_it_is()
    {
        await using var session = new ReadSession(Source);
        var read = session.ReadAsync(
            Statement("select true, 2::int, 3::bigint, 4.5::float8, 6.70::numeric, date '2026-11-22', timestamptz '2026-11-22 08:00+07', '{a,b}'::text[], '00000000-0000-0000-0000-000000000007'::uuid"),
            Values,
            [Kind<bool>(), Kind<int>(), Kind<long>(), Kind<double>(), Kind<decimal>(), Kind<DateOnly>(), Kind<DateTimeOffset>(), Kind<string[]>(), Kind<Guid>()]);

        await session.FlushAsync(CancellationToken.None);

        var row = await read;
        Assert.True(((ValueBuffer<bool>)row[0])[0]);
        Assert.Equal(2, ((ValueBuffer<int>)row[1])[0]);
        Assert.Equal(3, ((ValueBuffer<long>)row[2])[0]);
        Assert.Equal(4.5, ((ValueBuffer<double>)row[3])[0]);
        Assert.Equal(6.70m, ((ValueBuffer<decimal>)row[4])[0]);
        Assert.Equal(new DateOnly(2026, 11, 22), ((ValueBuffer<DateOnly>)row[5])[0]);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero), ((ValueBuffer<DateTimeOffset>)row[6])[0]);
        Assert.Equal(["a", "b"], ((ValueBuffer<string[]>)row[7])[0]);
        Assert.Equal(new Guid("00000000-0000-0000-0000-000000000007"), ((ValueBuffer<Guid>)row[8])[0]);
    }

    private async Task<ReadResult> ReadAsync(ReadStatement statement)
    {
        await using var session = new ReadSession(Source);
        var read = session.ReadAsync(statement, Values, [ValueKind.Long]);
        await session.FlushAsync(CancellationToken.None);
        return await read;
    }

    private Task<string> PlansOfAsync(string text) => database!.ScalarAsync<string>(
        TestProvinces.NamDinh, "select 'prepared, ' || generic_plans || ' generic' from pg_prepared_statements where statement = $1", text);

    private Task<string> PlanModeAsync() => database!.ScalarAsync<string>(TestProvinces.NamDinh, "show plan_cache_mode");

    private static ReadStatement Statement(string text) => new(text, []);

    private static ValueKind Kind<T>() => ValueKind.Of(typeof(T))!;
}
