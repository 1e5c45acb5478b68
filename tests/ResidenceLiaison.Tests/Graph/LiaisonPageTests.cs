using System.Text.RegularExpressions;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Graph;

/// <summary>A page of liaison members costs the same statements whatever its length, each of them from an index.</summary>
public sealed partial class LiaisonPageTests(LiaisonProvince province)
{
    private const string Page =
        """
        query Page($id: ID!, $first: Int!) {
          organization(id: $id) { liaisonMembers(first: $first) { nodes { fullName state attendance(year: 2026) { summoned present } lastComment { level } notices(first: 1) { nodes { kind } } } } }
        }
        """;

    [Fact]
    public async Task A_page_of_twelve_takes_the_statements_of_a_page_of_two()
    {
        var hamlet = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 31", "RESIDENTIAL_AREA");
        for (var number = 0; number < 12; number++)
        {
            var contact = await KeepingContact.NewAsync(province, assigned: false);
            var introduction = await StepAsync(province.Commune, "receiveResidenceLetters", contact.Introduction, new { on = "2026-07-02" });
            await StepAsync(province.Commune, "assignResidenceCell", introduction, new { cellId = hamlet, on = "2026-07-03" });
        }

        await AskAsync(hamlet, 12);
        using var sent = new SentCommands(new NpgsqlConnectionStringBuilder(province.Host.Database.Connections.Application).Database!, "residence_liaison", "organizations");
        Assert.Equal(2, await AskAsync(hamlet, 2));
        var two = Texts(sent);
        Assert.Equal(12, await AskAsync(hamlet, 12));

        Assert.NotEmpty(two);
        Assert.Equal(two, Texts(sent));
    }

    [Theory]
    [InlineData("introduction", "state = 'TO_INTRODUCE'", "introduce_by, id", "introduction_missing")]
    [InlineData("notice", "true", "sent_on desc, id desc", "notice_sent")]
    public async Task What_lists_ask_is_read_from_an_index(string table, string condition, string order, string index)
    {
        await using var owner = await province.Host.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            $"set app.province = '36'; set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off; explain select * from residence_liaison.{table} where province_id = 36 and {condition} order by {order} limit 50",
            owner);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));

        Assert.Contains(plan, line => line.Contains($" {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Sort", StringComparison.Ordinal));
    }

    // Among the few rows of a test any index is as good as another to the planner, so that these are asked for by what they begin with.
    [Theory]
    [InlineData("introduction_residence_cell", "(province_id, residence_cell_id, state, id) WHERE (residence_cell_id IS NOT NULL)")]
    [InlineData("attendance_introduction", "(province_id, introduction_id)")]
    [InlineData("comment_introduction", "(province_id, introduction_id, drafted_on, id)")]
    [InlineData("notice_introduction", "(province_id, introduction_id, sent_on, id)")]
    [InlineData("notice_member", "(province_id, member_id, sent_on, id)")]
    [InlineData("notice_addressee", "(province_id, addressee_id, sent_on, id)")]
    public async Task What_is_looked_up_has_an_index_that_begins_with_it(string index, string columns) => Assert.EndsWith(
        columns,
        await province.Host.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select pg_get_indexdef(('residence_liaison.' || $1)::regclass)", index),
        StringComparison.Ordinal);

    [GeneratedRegex(@"limit \d+\)")]
    private static partial Regex PageBound();

    private static List<string> Texts(SentCommands sent) => [.. sent.Take().Select(text => PageBound().Replace(text, "limit <bound>)"))];

    private async Task<int> AskAsync(string hamlet, int first) =>
        (await province.Commune.ExecuteAsync(Page, new { id = hamlet, first })).Data["organization"]!["liaisonMembers"]!["nodes"]!.AsArray().Count;
}
