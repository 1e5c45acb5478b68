using Xunit;

namespace Modular.Members.Tests.Statistics;

/// <summary>The lists that officers ask for besides the forms: probations that end, transfers that hang, exemptions of a day.</summary>
[Collection(StatisticsProvince.Name)]
public sealed class ListTests(Register register)
{
    [Fact]
    public async Task Members_are_listed_by_what_holds_of_them_on_a_day()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.081");
        await register.AdmitAsync(cell, 8101, "2021-02-03");
        var away = await register.CountAsync(cell, 8102, "MALE", "1985-07-01");
        var exempt = await register.CountAsync(cell, 8103, "FEMALE", "1945-07-01");
        await FlagAsync(away, "TRANSFER_OUT_PENDING", "2024-04-26");
        await FlagAsync(exempt, "EXEMPT", "2020-05-01");

        var answer = await register.Officer.ExecuteAsync(
            """
            query ($where: OrganizationReachFilter!) {
              ended: members(where: { organization: $where, probationEndsBy: "2022-02-03" }) { totalCount }
              running: members(where: { organization: $where, probationEndsBy: "2022-02-02" }) { totalCount }
              pending: members(where: { organization: $where, transferPendingSince: "2024-04-26" }) { nodes { cardNumber } }
              later: members(where: { organization: $where, transferPendingSince: "2024-04-25" }) { totalCount }
              exempt: members(where: { organization: $where, exemptOn: "2020-05-01" }) { nodes { cardNumber } }
              before: members(where: { organization: $where, exemptOn: "2020-04-30" }) { totalCount } }
            """,
            new { where = new { id = commune } });

        answer.HasData(
            """
            { "ended": { "totalCount": 1 }, "running": { "totalCount": 0 }, "pending": { "nodes": [{ "cardNumber": "36008102" }] }, "later": { "totalCount": 0 },
              "exempt": { "nodes": [{ "cardNumber": "36008103" }] }, "before": { "totalCount": 0 } }
            """);
    }

    private async Task FlagAsync(string member, string flag, string from)
    {
        var answer = await register.Officer.ExecuteAsync(
            "mutation ($input: SetMemberFlagInput!) { setMemberFlag(input: $input) { errors { ... on Problem { code field } } } }",
            new { input = new { memberId = member, expectedVersion = 1, flag, from, asCorrection = true, reason = "Ghi lại từ sổ cũ.", decision = new { number = "5-NQ/CB", decidedOn = from } } });
        Assert.Equal("[]", answer.Data["setMemberFlag"]!["errors"]!.ToJsonString());
    }
}
