using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Coverage;

/// <summary>The counts that are kept with every change, against the facts.</summary>
public sealed class CoverageTests(LiaisonProvince province)
{
    private const string Figures =
        "total introduced toIntroduce notConfirmed received assigned active introducedButExempt exemptFromIntroduction notApplicable withoutFollower";

    // The counts made anew from the rows, beside those that are kept.
    private const string Differences =
        """
        with counted as (
            select place.id, count(*) as total, count(*) filter (where listed.state = 'TO_INTRODUCE') as missing, count(*) filter (where listed.state = 'ACTIVE') as active,
                count(*) filter (where listed.category = 'NORMAL') as normal, count(*) filter (where listed.category = 'NOT_APPLICABLE') as not_applicable,
                count(*) filter (where listed.state <> 'NOT_INTRODUCED' and listed.follower_member_id is null) as without_follower
            from residence_liaison.introduction as listed cross join lateral (select distinct unnest(array[listed.cell_id, listed.workplace_id])) as place(id)
            where listed.closed_on is null
            group by place.id
        ),
        kept as (
            select organization_id as id, normal + introduced_but_exempt + exempt_from_introduction + not_applicable as total, to_introduce as missing, active, normal, not_applicable, without_follower
            from residence_liaison.coverage where normal + introduced_but_exempt + exempt_from_introduction + not_applicable > 0
        )
        select count(*) from (select * from counted except select * from kept union all select * from kept except select * from counted) as differing
        """;

    [Fact]
    public async Task Introduced_and_total_are_those_of_the_rows_whatever_happened_to_them()
    {
        var superior = await province.FoundAsync(province.Root, "DIRECT_SUPERIOR", "Đảng bộ Khối doanh nghiệp", subkind: "BLOC");
        var workplace = await province.FoundAsync(superior, "GRASSROOTS_COMMITTEE", "Đảng bộ Công ty Điện lực", "STATE_ENTERPRISE");
        var one = await province.FoundAsync(workplace, "CELL", "Chi bộ Phân xưởng");
        var two = await province.FoundAsync(workplace, "CELL", "Chi bộ Văn phòng");
        var active = await province.NewIntroductionAsync(one);
        var issued = await province.NewIntroductionAsync(one);
        var exempt = await province.NewIntroductionAsync(two);
        await province.NewIntroductionAsync(two);
        var receiver = new { receiverId = province.CommuneCommittee };
        active = await StepAsync(province.Officer, "issueResidenceLetters", active, receiver);
        await StepAsync(province.Officer, "issueResidenceLetters", issued, receiver);
        active = await StepAsync(province.Officer, "receiveResidenceLetters", active);
        active = await StepAsync(province.Officer, "assignResidenceCell", active, new { cellId = province.OtherHamlet });
        await StepAsync(province.Officer, "informResidenceMembers", active);
        await StepAsync(province.Officer, "setResidenceCategory", exempt, new { category = "EXEMPT_FROM_INTRODUCTION", reason = "Nhiệm vụ đặc biệt." });

        const string OfWorkplace =
            """
            {"total":3,"introduced":2,"toIntroduce":1,"notConfirmed":1,"received":0,"assigned":0,"active":1,"introducedButExempt":0,"exemptFromIntroduction":1,"notApplicable":0,"withoutFollower":3}
            """;
        Assert.Equal(Compact(OfWorkplace), await FiguresAsync(workplace));
        Assert.Equal(Compact(OfWorkplace), await FiguresAsync(superior));
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, Differences));

        await MoveAsync(two, province.OtherAgency);
        Assert.Equal("2 2", await TotalAsync(workplace));
        Assert.Equal("2 2", await TotalAsync(superior));
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, Differences));
        var each = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { residenceLiaison { grassroots { organization { id } total introduced } } } }", new { id = superior });
        Assert.Equal(
            Compact($$"""[{"organization":{"id":"{{workplace}}"},"total":2,"introduced":2}]"""), each.Data["organization"]!["residenceLiaison"]!["grassroots"]!.ToJsonString(Readable));
    }

    private async Task<string> FiguresAsync(string organization)
    {
        var answer = await province.Officer.ExecuteAsync($"query ($id: ID!) {{ organization(id: $id) {{ residenceLiaison {{ {Figures} }} }} }}", new { id = organization });
        return answer.Data["organization"]!["residenceLiaison"]!.ToJsonString();
    }

    private async Task<string> TotalAsync(string organization)
    {
        JsonNode figures = JsonNode.Parse(await FiguresAsync(organization))!;
        return $"{figures["total"]} {figures["introduced"]}";
    }

    private async Task MoveAsync(string cell, string parent)
    {
        var decision = new { number = "5-QĐ/TU", decidedOn = "2026-08-20", authority = "Ban Thường vụ Tỉnh ủy" };
        var version = (int)(await province.Officer.ExecuteAsync("query ($id: ID!) { organization(id: $id) { version } }", new { id = cell })).Data["organization"]!["version"]!;
        await DoAsync(
            province.Officer, "moveOrganization",
            new { id = cell, expectedVersion = version, parentId = parent, effectiveOn = "2026-09-01", decision, consent = decision }, "organization { id }");
        await province.Host.DispatchEventsAsync();
    }
}
