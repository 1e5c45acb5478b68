using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Lists;

/// <summary>The words by which members are searched follow their names and numbers, and the planner is told of the few who can be meant.</summary>
public sealed class SearchTests(Register register) : IClassFixture<Register>
{
    private const string Kept = "select coalesce(string_agg(member_id || ' ' || search_word, ';' order by member_id, search_word), '') from members.name_word";

    private const string Told =
        """
        select coalesce(string_agg(distinct member.id || ' ' || word, ';' order by member.id || ' ' || word), '')
        from members.member cross join lateral regexp_split_to_table(search_key, ' ') as word where word <> ''
        """;

    private const string Bearers = "select coalesce(cardinality(members.rare_bearers($1)), -1)";

    private const string Plan =
        """
        set app.province = '36'; set enable_seqscan = off; explain select * from members.member
        where province_id = 36 and (members.rare_bearers('{zzyzx}') is null or id = any (members.rare_bearers('{zzyzx}'))) and search_key like '% zzyzx%'
        order by sort_key, id limit 21
        """;

    [Fact]
    public async Task Words_follow_names_and_numbers_and_few_bearers_are_looked_up_by_their_keys()
    {
        var (one, two) = (GlobalIds.KeyOf(await register.AddMemberAsync(register.FirstCell, "Đinh Thị Hiếm Hoi", 951)), await register.AddMemberAsync(register.FirstCell, "Đinh Văn Hiếm", 952));
        await AssertSameAsync();
        Assert.Equal((2, 1, 0), (await BearersAsync("hiem"), await BearersAsync("hiem", "hoi"), await BearersAsync("hiem", "zzyzx")));
        (await register.Officer.ExecuteAsync("""{ rare: members(search: "hiêm đinh") { nodes { fullName } } card: members(search: "36000952") { nodes { fullName } } none: members(search: "hoi van") { nodes { fullName } } }"""))
            .HasData("""{ "rare": { "nodes": [{ "fullName": "Đinh Văn Hiếm" }, { "fullName": "Đinh Thị Hiếm Hoi" }] }, "card": { "nodes": [{ "fullName": "Đinh Văn Hiếm" }] }, "none": { "nodes": [] } }""");

        await ChangeAsync("update members.member set search_key = 'dinh thi doi' where id = $1", one);
        await AssertSameAsync();
        Assert.Equal(0, await BearersAsync("hoi"));
        await ChangeAsync("update members.member set search_key = '' where id = $1", GlobalIds.KeyOf(two));
        await AssertSameAsync();

        // Of a word that thousands bear the planner hears nothing, and reads along the order; beside a rare one it looks up those who bear that.
        await ChangeAsync("insert into members.name_word (province_id, search_word, member_id) select 36, 'quenthuoc', gen_random_uuid() from generate_series(1, 5001) where $1 is not null", one);
        Assert.Equal((-1, 1), (await BearersAsync("quen"), await BearersAsync("quen", "doi")));
    }

    [Fact]
    public async Task Whom_nobody_can_mean_is_not_looked_for_among_all()
    {
        // The planner has asked who they are: no function is left in the plan, and the list of those to look up is empty.
        await using var owner = await register.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(Plan, owner);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));

        Assert.Contains(plan, line => line.Contains("ANY ('{}'::uuid[])", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("rare_bearers", StringComparison.Ordinal));
    }

    private async Task AssertSameAsync() => Assert.Equal(
        await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, Told), await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, Kept));

    private Task<int> BearersAsync(params string[] words) => register.Database.ScalarAsync<int>(TestProvinces.NamDinh, Bearers, [words]);

    private Task<int> ChangeAsync(string change, Guid id) => register.Database.ExecuteAsync(TestProvinces.NamDinh, change, id);
}
