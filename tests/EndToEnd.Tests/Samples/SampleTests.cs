using System.Net;
using System.Text.Json;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.EndToEnd.Tests.Samples;

/// <summary>The sample provinces in real size, as the first start of the built host loads them, asked over HTTP by their documented accounts.</summary>
public sealed class SampleTests(SampleHost sample) : IClassFixture<SampleHost>
{
    private const string Counts =
        """
        {
          superiors: organizations(where: {kind: {eq: "DIRECT_SUPERIOR"}}) { totalCount }
          committees: organizations(where: {kind: {eq: "GRASSROOTS_COMMITTEE"}}) { totalCount }
          grassrootsCells: organizations(where: {kind: {eq: "GRASSROOTS_CELL"}}) { totalCount }
          cells: organizations(where: {kind: {eq: "CELL"}}) { totalCount }
          members: members(where: {status: {in: [OFFICIAL, PROBATIONARY]}}) { totalCount }
          expelled: members(where: {status: {eq: EXPELLED}}) { totalCount }
          nameRemoved: members(where: {status: {eq: NAME_REMOVED}}) { totalCount }
          leftOnRequest: members(where: {status: {eq: LEFT_ON_REQUEST}}) { totalCount }
        }
        """;

    [Fact]
    public async Task Nam_Dinh_shows_the_figures_of_the_article()
    {
        var figures = sample.Figures.GetProperty("namDinh");
        var counted = await CountAsync(TestProvinces.NamDinh);

        Assert.Equal(
            (Number(figures, "superiorCommittees"), Number(figures, "grassrootsOrganizations"), Number(figures, "cellsUnderGrassrootsCommittees"), 110_312,
                Number(figures.GetProperty("nameRemovalsAfterListMatching"), "removed")),
            (counted["superiors"], counted["committees"] + counted["grassrootsCells"], counted["cells"], counted["members"], counted["nameRemoved"]));
    }

    [Fact]
    public async Task Ninh_Thuan_shows_the_figures_of_the_article()
    {
        var figures = sample.Figures.GetProperty("ninhThuan");
        var removals = figures.GetProperty("removals");
        var counted = await CountAsync(TestProvinces.NinhThuan);

        Assert.Equal(
            (Number(figures, "grassrootsCommittees"), Number(figures, "grassrootsCells"), Number(removals, "expelled"), Number(removals, "nameRemoved"),
                Number(removals, "leftOnRequest")),
            (counted["committees"], counted["grassrootsCells"], counted["expelled"], counted["nameRemoved"], counted["leftOnRequest"]));
    }

    [Theory]
    [InlineData("nam-dinh.cell")]
    [InlineData("nam-dinh.residence")]
    public async Task The_secretary_of_a_cell_sees_its_members_alone(string userName)
    {
        using var client = await sample.SignInAsync(userName, TestProvinces.NamDinh);

        var members = (await client.ExecuteAsync("{ members(first: 1) { totalCount } }")).Data["members"]!["totalCount"]!.GetValue<int>();

        Assert.InRange(members, 3, 80);
    }

    [Fact]
    public async Task A_member_sees_their_own_record_and_the_operator_of_the_system_none()
    {
        using var member = await sample.SignInAsync("nam-dinh.member", TestProvinces.NamDinh);
        using var system = await sample.SignInAsync("admin", TestProvinces.NamDinh);

        (await member.ExecuteAsync("{ members { totalCount } }")).HasData("""{"members": {"totalCount": 1}}""");
        var refused = await system.ExecuteAsync("{ members { totalCount } }");
        Assert.Equal((HttpStatusCode.OK, "FORBIDDEN"), (refused.Status, Assert.Single(refused.ErrorCodes)));
    }

    private async Task<Dictionary<string, int>> CountAsync(Province province)
    {
        using var client = await sample.SignInAsync($"{province.Slug}.board", province);
        return (await client.ExecuteAsync(Counts)).Data.ToDictionary(field => field.Key, field => field.Value!["totalCount"]!.GetValue<int>());
    }

    private static int Number(JsonElement figures, string name) => figures.GetProperty(name).GetInt32();
}
