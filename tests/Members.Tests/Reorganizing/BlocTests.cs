using System.Globalization;
using System.Text;
using Modular.Members.Tests.Imports;
using Modular.Organizations.Contracts;
using Xunit;

namespace Modular.Members.Tests.Reorganizing;

/// <summary>
/// The bloc of Gia Lai ended on 10 February 2025 by one decision (1533-QĐ/TU): 105 organizations with 4,558 members went to the Party agencies (22 with 567), to the
/// provincial government (52 with 3,413) and to a city (31 with 578).
/// </summary>
public sealed class BlocTests(Register register, ITestOutputHelper output) : IClassFixture<Register>
{
    private const string Day = "2025-02-10";
    private const string DayBefore = "2025-02-09";

    [Fact]
    public async Task One_decision_moves_105_organizations_and_4558_members_and_ends_the_bloc()
    {
        await register.FoundAsync(register.Root, OrganizationKinds.DirectSuperior, "Đảng ủy Khối các cơ quan và doanh nghiệp", "36.90", "BLOC");
        await register.FoundAsync(register.Root, OrganizationKinds.DirectSuperior, "Thành ủy Pleiku", "36.93", "PROVINCIAL_CITY");
        await FillAsync();
        var moved = await ChildrenAsync("36.90");
        var (bloc, city) = (await IdAsync("36.90"), await IdAsync("36.93"));
        object[] steps =
        [
            Found("agencies", "Đảng bộ các cơ quan Đảng tỉnh", "36.91", "PROVINCIAL_PARTY_AGENCIES"),
            Found("government", "Đảng bộ Ủy ban nhân dân tỉnh", "36.92", "PROVINCIAL_GOVERNMENT"),
            .. moved.Select((id, index) => index switch
            {
                < 22 => (object)new { kind = "MOVE", organizationId = id, parentKey = "agencies" },
                < 74 => new { kind = "MOVE", organizationId = id, parentKey = "government" },
                _ => new { kind = "MOVE", organizationId = id, parentId = city },
            }),
            new { kind = "END", organizationId = bloc, manner = "END_OF_ACTIVITY" },
        ];
        var (scheme, version) = await register.SchemeAsync(Day, steps);
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();

        var plan = await register.Officer.ExecuteAsync(
            "query ($id: ID!) { reorganizationPlan(id: $id) { isPossible organizationsFounded organizationsEnded organizationsMoved membersMoved membersAlong } }",
            new { id = scheme });
        var planned = clock.GetElapsedTime(started);
        started = clock.GetTimestamp();
        var refused = await register.DecideAsync(scheme, version, "2025-02-07");
        var decided = clock.GetElapsedTime(started);

        output.WriteLine(FormattableString.Invariant($"tried out in {planned.TotalSeconds:0.0} s, carried out in {decided.TotalSeconds:0.0} s"));
        plan.HasData(
            """
            { "reorganizationPlan": { "isPossible": true, "organizationsFounded": 2, "organizationsEnded": 1, "organizationsMoved": 105, "membersMoved": 0, "membersAlong": 4558 } }
            """);
        Assert.Equal([], refused);
        Assert.Equal(
            (4558, 567, 3413, 578),
            (
                await register.CountAsync(bloc, DayBefore),
                await register.CountAsync(await IdAsync("36.91"), Day),
                await register.CountAsync(await IdAsync("36.92"), Day),
                await register.CountAsync(city, Day)));
        Assert.Equal(0, await register.CountAsync(city, DayBefore));
        Assert.Equal(0, await register.CountAsync(bloc, Day));
    }

    private object Found(string key, string name, string code, string subkind) =>
        new { kind = "FOUND", key, parentId = register.Root, kindCode = "DIRECT_SUPERIOR", subkind, name, code };

    // 105 organizations below the bloc, the first 74 as grassroots cells, the rest as committees with two cells each; members spread so that each group has its number.
    private async Task FillAsync()
    {
        var text = new StringBuilder("Mã tổ chức đảng,Tên tổ chức đảng,Loại hình tổ chức,Mã cấp trên trực tiếp,Ngày thành lập\n");
        List<string>[] cells = [[], [], []];
        for (var index = 0; index < 105; index++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"36.90.{index + 1:000}");
            var isCommittee = index >= 74;
            text.Append(CultureInfo.InvariantCulture, $"{code},{(isCommittee ? "Đảng bộ" : "Chi bộ")} đơn vị {index + 1},{(isCommittee ? "Đảng bộ cơ sở" : "Chi bộ cơ sở")},36.90,2/3/2015\n");
            var group = cells[index < 22 ? 0 : isCommittee ? 2 : 1];
            if (!isCommittee)
                group.Add(code);
            for (var cell = 1; isCommittee && cell <= 2; cell++)
            {
                group.Add($"{code}.{cell}");
                text.Append(CultureInfo.InvariantCulture, $"{code}.{cell},Chi bộ {cell},Chi bộ,{code},2/3/2015\n");
            }
        }

        await register.Host.ImportAsync("organizations", text.ToString());
        int[] members = [567, 3413, 578];
        for (var group = 0; group < members.Length; group++)
            await register.Host.ImportAsync("members", InTheirCellsSince2020(MemberFiles.Many(members[group], cells[group], 100_000 * (group + 1))));
    }

    private static string InTheirCellsSince2020(string members) => string.Join(
        '\n', members.TrimEnd().Split('\n').Select((line, index) => line + (index == 0 ? ",Ngày về chi bộ" : ",01/01/2020")));

    private async Task<string[]> ChildrenAsync(string code)
    {
        var answer = await register.Officer.ExecuteAsync(
            "query ($code: String!) { organizationByCode(code: $code) { children(first: 200, orderBy: [{field: CODE, direction: ASC}]) { nodes { id } } } }", new { code });
        return [.. answer.Data["organizationByCode"]!["children"]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!)];
    }

    private async Task<string> IdAsync(string code)
    {
        var answer = await register.Officer.ExecuteAsync("query ($code: String!) { organizationByCode(code: $code) { id } }", new { code });
        return (string)answer.Data["organizationByCode"]!["id"]!;
    }
}
