using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Duplicates;

/// <summary>The pairs that the database keeps are those that comparing everybody with everybody finds, whatever has been changed.</summary>
public sealed class LookAlikeTests(Register register) : IClassFixture<Register>
{
    private const string Naive =
        """
        select coalesce(string_agg(least(one.id, other.id) || ' ' || greatest(one.id, other.id) || ' ' || ground, ';' order by one.id, other.id), '')
        from members.member as one
        join members.member as other on other.province_id = one.province_id and other.name_key = one.name_key and other.id > one.id
        cross join lateral (
            select members.duplicate_ground(one.birth_date, other.birth_date, one.native_place, other.native_place, one.citizen_id, other.citizen_id) as ground) as compared
        where one.search_key <> '' and other.search_key <> '' and ground is not null
            and (extract(year from one.birth_date) = extract(year from other.birth_date) or right(one.citizen_id, 6) = right(other.citizen_id, 6))
        """;

    private const string Kept =
        """
        select coalesce(string_agg(first_member_id || ' ' || second_member_id || ' ' || ground, ';' order by first_member_id, second_member_id), '')
        from members.look_alike
        """;

    [Fact]
    public async Task What_is_kept_is_what_a_comparison_of_all_finds()
    {
        var people = new List<Guid>();
        for (var number = 0; number < 6; number++)
            people.Add(await AddAsync(number));
        Assert.Equal(15, await CountAsync());
        await AssertSameAsync();

        await ChangeAsync("birth_date = '1971-03-02'", people[0]);
        await ChangeAsync("birth_date = '1971-02-03'", people[1]);
        await AssertSameAsync();
        await ChangeAsync("birth_date = '1971-09-09', native_place = 'Xã Hải Hậu'", people[2]);
        await ChangeAsync("birth_date = '1971-10-10', native_place = 'xa hai hau'", people[3]);
        await AssertSameAsync();
        await ChangeAsync("citizen_id = '036071000123', birth_date = '1980-01-01'", people[4]);
        await ChangeAsync("citizen_id = '036081000123', birth_date = '1981-01-01'", people[5]);
        await AssertSameAsync();
        Assert.Equal(3, await CountAsync());

        await ChangeAsync("full_name = 'Lê Thị Đổi Tên'", people[0]);
        await ChangeAsync("search_key = ''", people[4]);
        await AssertSameAsync();
        Assert.Equal(1, await CountAsync());
    }

    private async Task AssertSameAsync() => Assert.Equal(
        await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, Naive), await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, Kept));

    private Task<long> CountAsync() => register.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from members.look_alike");

    private Task<int> ChangeAsync(string change, Guid id) =>
        register.Database.ExecuteAsync(TestProvinces.NamDinh, $"update members.member set {change} where id = $1", id);

    private async Task<Guid> AddAsync(int number)
    {
        var answer = await register.Officer.ExecuteAsync(Register.RegisterMember, new
        {
            input = new
            {
                organizationId = register.FirstCell,
                since = "2016-01-05",
                status = "OFFICIAL",
                person = new { fullName = "Đặng Thị Giống Nhau", sex = "FEMALE", birthDate = "1986-07-21", ethnicGroup = "KINH" },
                membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
                card = new { number = $"36{9100 + number:000000}" },
                confirmNotDuplicate = "Theo hồ sơ gốc",
            },
        });
        return GlobalIds.KeyOf((string)answer.Data["registerMember"]!["member"]!["id"]!);
    }
}
