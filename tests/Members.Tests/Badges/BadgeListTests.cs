using System.Text.Json.Nodes;
using Xunit;

namespace Modular.Members.Tests.Badges;

/// <summary>Who is due which badge, and what a round shows, over HTTP.</summary>
public sealed class BadgeListTests(Register register) : IClassFixture<Register>
{
    private const string Due =
        """
        query Due($where: MemberFilter) {
          members(where: $where) { totalCount nodes { fullName badgeDue(awardDay: "2026-09-02") { years reachedOn earliestOn isProposed } badges { years } } }
        }
        """;

    [Fact]
    public async Task Lists_show_who_reaches_a_step_between_two_award_days_and_rounds_show_the_gifts()
    {
        await AddAsync("Lê Văn Mới", 9101, "1996-05-19");
        var due = await AddAsync("Lê Văn Đến", 9102, "1996-05-20");
        var last = await AddAsync("Lê Văn Cuối", 9103, "1986-09-02");
        await AddAsync("Lê Văn Sau", 9104, "1986-09-03");
        var round = await DoAsync("openBadgeRound", new { awardDay = "2026-09-02" }, "badgeRound { id version }");
        var roundId = (string)round["badgeRound"]!["id"]!;
        await DoAsync(
            "proposeBadges", new { roundId, members = new[] { new { memberId = due }, new { memberId = last } } }, "badgeProposals { id }");

        Assert.Equal(
            """
            {"totalCount":2,"nodes":[{"fullName":"Lê Văn Cuối","badgeDue":{"years":40,"reachedOn":"2026-09-02","earliestOn":"2025-09-02","isProposed":true},"badges":[]},{"fullName":"Lê Văn Đến","badgeDue":{"years":30,"reachedOn":"2026-05-20","earliestOn":"2025-05-20","isProposed":true},"badges":[]}]}
            """,
            await MembersAsync(new { badgeDueOn = "2026-09-02" }));
        Assert.Equal(4, (int)JsonNode.Parse(await MembersAsync(new { badgeMissingOn = "2026-09-03" }))!["totalCount"]!);

        var proposals = await ProposalsAsync(roundId);
        await DoAsync("reviewBadgeProposals", new { proposals, areRight = true }, "badgeProposals { id }");
        await DoAsync(
            "decideBadgeRound",
            new { roundId, expectedVersion = 1, decision = new { number = "9-QĐ/TU", decidedOn = "2026-08-20" } }, "badgeRound { id }");
        var gifts = await register.Officer.ExecuteAsync("query ($id: ID!) { badgeRound(id: $id) { state gifts { years count multiple amount } } }", new { id = roundId });
        Assert.Equal(
            """{"state":"DECIDED","gifts":[{"years":30,"count":1,"multiple":"1.50","amount":3510000},{"years":40,"count":1,"multiple":"2.00","amount":4680000}]}""",
            gifts.Data["badgeRound"]!.ToJsonString());

        await DoAsync("awardBadges", new { proposals = await ProposalsAsync(roundId), awardedOn = "2026-09-02" }, "badgeProposals { id }");
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", await MembersAsync(new { badgeDueOn = "2026-09-02" }));
        Assert.Equal(1, (int)JsonNode.Parse(await MembersAsync(new { hasBadge = 40 }))!["totalCount"]!);
    }

    private async Task<string> MembersAsync(object where) =>
        (await register.Officer.ExecuteAsync(Due, new { where })).Data["members"]!.ToJsonString(Readable);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<object> ProposalsAsync(string roundId)
    {
        var answer = await register.Officer.ExecuteAsync("query ($id: ID!) { badgeRound(id: $id) { proposals { nodes { id version } } } }", new { id = roundId });
        return answer.Data["badgeRound"]!["proposals"]!["nodes"]!.AsArray()
            .Select(node => new { id = (string)node!["id"]!, expectedVersion = (int)node["version"]! }).ToArray();
    }

    private async Task<string> AddAsync(string name, int number, string admitted)
    {
        var day = DateOnly.Parse(admitted, System.Globalization.CultureInfo.InvariantCulture);
        var payload = await DoAsync(
            "registerMember",
            new
            {
                organizationId = register.FirstCell,
                since = "2016-01-05",
                status = "OFFICIAL",
                person = new { fullName = name, sex = "MALE", birthDate = day.AddYears(-25).ToString("o"), citizenId = $"036061{number:000000}", ethnicGroup = "KINH" },
                membership = new
                {
                    admissionDecidedOn = admitted,
                    ceremonyOn = admitted,
                    officialOn = day.AddYears(1).ToString("o"),
                },
            },
            "member { id }");
        return (string)payload["member"]!["id"]!;
    }

    private async Task<JsonNode> DoAsync(string mutation, object input, string selection)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var answer = await register.Officer.ExecuteAsync(
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {selection} errors {{ __typename ... on Problem {{ message field }} }} }} }}", new { input });
        var payload = answer.Data[mutation]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload;
    }
}
