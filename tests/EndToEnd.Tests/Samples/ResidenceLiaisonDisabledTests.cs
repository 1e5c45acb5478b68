using System.Net;
using System.Text.RegularExpressions;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Samples;

/// <summary>Ninh Thuận has disabled residence liaison: nothing of it is there, although roles and tables keep what belongs to it, and the rest goes on.</summary>
[Collection(nameof(SampleHost))]
public sealed partial class ResidenceLiaisonDisabledTests(SampleHost sample)
{
    private const string Offers =
        """
        { workItemKinds { id } importFormats { id } workItemCounts { kindId } workItems(where: {module: {eq: "residence-liaison"}}) { totalCount } }
        """;

    [Fact]
    public async Task A_province_without_the_module_has_no_trace_of_it_and_the_rest_works()
    {
        using var with = await sample.SignInAsync("tien-giang.board", TestProvinces.TienGiang);
        using var without = await sample.SignInAsync("ninh-thuan.board", TestProvinces.NinhThuan);
        using var administrator = await sample.SignInAsync("ninh-thuan.admin", TestProvinces.NinhThuan);

        // The schema: neither a type nor a field of the module. The other province shows that they would be found.
        var declared = Declared();
        Assert.Equal(declared, declared.Intersect(await NamesAsync(with)));
        Assert.Empty(declared.Intersect(await NamesAsync(without)));
        string[] fields =
        [
            "residenceIntroductions { totalCount }", "membersNotIntroduced { totalCount }", "residenceLiaisonStatistics(year: 2023) { introduced }", "myMember { residence { assignment { id } } }",
            "organizations { nodes { residenceLiaison { total } } }",
        ];
        foreach (var field in fields)
            Assert.Equal(["MODULE_DISABLED"], (await without.ExecuteAsync($"{{ {field} }}")).ErrorCodes);

        // Work items, files, policies, ids, papers.
        Assert.Contains("residence-", (await with.ExecuteAsync(Offers)).Data.ToJsonString(), StringComparison.Ordinal);
        var offers = (await without.ExecuteAsync(Offers)).Data;
        Assert.Equal(0, (int)offers["workItems"]!["totalCount"]!);
        Assert.DoesNotContain("residence-", offers.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("residence-", (await administrator.ExecuteAsync("{ policies { key rule instrument } }")).Data.ToJsonString(), StringComparison.Ordinal);
        var meeting = Convert.ToBase64String("ResidenceMeeting:018e339b-5039-7001-8000-0052000001b9"u8).TrimEnd('=');
        Assert.Equal(["BAD_USER_INPUT"], (await without.ExecuteAsync("query ($id: ID!) { node(id: $id) { id } }", new { id = meeting })).ErrorCodes);
        foreach (var name in new[] { "residence-letters", "residence-letter-lists", "residence-meetings", "residence-statistics", "residence-comments", "liaison-books" })
        {
            using var paper = await without.Http.GetAsync($"/ninh-thuan/downloads/{name}/{Guid.NewGuid()}?format=pdf", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, paper.StatusCode);
        }

        // The rest: members and organizations are read and changed, and nothing waits for a comment of the residence (RES-06).
        var probationary = (await without.ExecuteAsync("{ members(first: 1, where: {status: {eq: PROBATIONARY}}) { nodes { id version } } organizations { totalCount } }")).Data["members"]!["nodes"]![0]!;
        var recognized = (await without.ExecuteAsync(
            """
            mutation ($input: ChangeMemberStatusInput!) { changeMemberStatus(input: $input) { member { status } errors { ... on Problem { code rule { id } } } } }
            """,
            new
            {
                input = new
                {
                    memberId = (string)probationary["id"]!,
                    expectedVersion = (int)probationary["version"]!,
                    status = "OFFICIAL",
                    decision = new { number = "9-QĐ/ĐU", decidedOn = "2026-11-02" },
                },
            })).Data["changeMemberStatus"]!;
        Assert.DoesNotContain("RES-", recognized.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("OFFICIAL", (string?)recognized["member"]?["status"]);
    }

    /// <summary>The names of all types that the module declares.</summary>
    private static SortedSet<string> Declared() =>
        [.. TypeName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "schema", "modules", "residence-liaison.graphql"))).Select(match => match.Groups["name"].Value)];

    private static async Task<SortedSet<string>> NamesAsync(TestClient client) =>
        [.. (await client.ExecuteAsync("{ __schema { types { name } } }")).Data["__schema"]!["types"]!.AsArray().Select(type => (string)type!["name"]!)];

    [GeneratedRegex("^(type|input|enum|union|interface|scalar) (?<name>\\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();
}
