using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Tests.Comments;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Indicators.IndicatorSteps;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Indicators;

/// <summary>The system looks at cells by itself while officers do, in the provinces that have the module and in no others.</summary>
public sealed class IndicatorsAtOnceTests(LiaisonProvince province)
{
    private const int Repetitions = 12;

    private const string WaitingSql =
        """
        select count(distinct waiting.pid) from pg_locks as waiting
        where not waiting.granted and waiting.pid in (select held.pid from pg_locks as held where held.database = (select oid from pg_database where datname = current_database()))
        """;

    [Fact]
    public async Task The_system_and_an_officer_who_look_at_a_cell_at_once_write_nothing_twice_and_neither_fails()
    {
        var cell = await CommentedAsync();
        await province.DecideAsync(TestProvinces.NamDinh, OnThatDay);
        try
        {
            for (var repetition = 0; repetition < Repetitions; repetition++)
            {
                await ForgetWhatWasFoundAsync(cell);
                await Task.WhenAll(LookByItselfAsync(), LookAsOfficerAsync(cell));
                await CheckAsync(cell);
            }
        }
        finally
        {
            await province.ForgetAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_it_is_when_both_have_read_before_either_writes(bool isNew)
    {
        var cell = await CommentedAsync();
        await province.DecideAsync(TestProvinces.NamDinh, OnThatDay);
        try
        {
            for (var repetition = 0; repetition < Repetitions / 3; repetition++)
            {
                await ForgetWhatWasFoundAsync(cell);
                if (!isNew)
                    await MakeItOldAsync(cell);
                await WhileNobodyWritesAsync(LookByItselfAsync, () => LookAsOfficerAsync(cell));
                await CheckAsync(cell);
            }
        }
        finally
        {
            await province.ForgetAsync();
        }
    }

    [Fact]
    public async Task Provinces_that_have_not_enabled_the_module_are_not_looked_at_until_they_have()
    {
        foreach (var where in TestProvinces.All)
            await province.DecideAsync(where, OnThatDay);
        await province.SwitchAsync(TestProvinces.TienGiang, ResidenceLiaisonContract.ModuleId, enabled: false);
        try
        {
            await province.LookAnewAsync();
            Assert.Equal("nam-dinh ninh-thuan", await LookedAtAsync());

            await province.SwitchAsync(TestProvinces.TienGiang, ResidenceLiaisonContract.ModuleId, enabled: true);
            await province.Host.LookAtWhatIsDueAsync();
            Assert.Equal("nam-dinh ninh-thuan tien-giang", await LookedAtAsync());
        }
        finally
        {
            await province.SwitchAsync(TestProvinces.TienGiang, ResidenceLiaisonContract.ModuleId, enabled: true);
            await province.ForgetAsync();
        }
    }

    /// <summary>A cell in which most is worth a look: equal texts and levels, far from what the workplaces say.</summary>
    private async Task<CommentedCell> CommentedAsync()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1, copies: 5);
        foreach (var member in await cell.SignAsync(province, Enumerable.Repeat("COMMENDED", 6).ToArray()))
            RecordedRatings.Record(TestProvinces.NamDinh, member, DueYear, WorkplaceRating.Completed);
        await cell.BringIntoTheDueYearAsync(province);
        return cell;
    }

    /// <summary>Nothing is known of the cell, and it is the next one at which the system looks.</summary>
    private async Task ForgetWhatWasFoundAsync(CommentedCell cell) => await province.Host.Database.ExecuteAsync(
        TestProvinces.NamDinh,
        """
        with evidence as (
            delete from residence_liaison.indicator_evidence as gone using residence_liaison.indicator as of_cell
            where of_cell.province_id = gone.province_id and of_cell.id = gone.indicator_id and of_cell.cell_id = $1),
        before as (select max(organization_id::text)::uuid as id from kernel.organization_tree where organization_id < $1 and kind in ('CELL', 'GRASSROOTS_CELL')),
        found as (delete from residence_liaison.indicator where cell_id = $1)
        insert into residence_liaison.indicator_look (province_id, due_on, year, reached_cell_id, cells) select 36, $2, $3, before.id, 0 from before
        on conflict (province_id, due_on) do update set reached_cell_id = excluded.reached_cell_id, done_on = null
        """,
        KeyOf(cell.Cell), Due, DueYear);

    /// <summary>The officer has looked before, and the figures have changed since.</summary>
    private async Task MakeItOldAsync(CommentedCell cell)
    {
        await LookAsOfficerAsync(cell);
        await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, "update residence_liaison.indicator set found = found - 1, version = version + 1 where cell_id = $1", KeyOf(cell.Cell));
    }

    private Task LookByItselfAsync() => province.Host.LookAtWhatIsDueAsync();

    private static async Task LookAsOfficerAsync(CommentedCell cell) => Assert.Equal(3, (await cell.LookAsync("kind", DueYear)).Count);

    /// <summary>Holds back what is written until all have read and wait, for the table or for each other.</summary>
    private async Task WhileNobodyWritesAsync(params IReadOnlyList<Func<Task>> works)
    {
        await using var owner = await province.Host.Database.OpenAsOwnerAsync();
        await using var transaction = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(owner, "lock table residence_liaison.indicator in share mode");
        var running = works.Select(work => work()).ToList();
        await Patience.UntilAsync(async () => (long)(await ExecuteAsync(owner, WaitingSql))! == works.Count);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(running);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private async Task CheckAsync(CommentedCell cell)
    {
        string[] found = ["ALIKE_TEXTS OPEN 6/6 6 6", "RATINGS_FAR_APART OPEN 6/6 6 6", "UNIFORM_LEVELS OPEN 6/6 0 0"];
        Assert.Equal(found, await province.Host.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh,
            """
            select array_agg(format('%s %s %s/%s %s %s', one.kind, one.state, one.found, one.out_of, shown.evidence, shown.requests) order by one.kind)
            from residence_liaison.indicator as one cross join lateral (
                select count(*) as evidence, count(distinct by.request_id) as requests from residence_liaison.indicator_evidence as by
                where by.province_id = one.province_id and by.indicator_id = one.id) as shown
            where one.cell_id = $1
            """,
            KeyOf(cell.Cell)));
        // What the system could not do it would leave for the next time, and say no word of it here.
        Assert.True(await IsDoneAsync(TestProvinces.NamDinh));
    }

    private async Task<string> LookedAtAsync()
    {
        var done = new List<string>();
        foreach (var where in TestProvinces.All)
        {
            if (await IsDoneAsync(where))
                done.Add(where.Slug);
        }

        return string.Join(' ', done);
    }

    private Task<bool> IsDoneAsync(Kernel.Provinces.Province where) => province.Host.Database.ScalarAsync<bool>(
        where, "select exists (select from residence_liaison.indicator_look where due_on = $1 and done_on is not null)", Due);
}
