using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Tests.Reorganizing;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Statistics;

/// <summary>Figures of organizations, as the articles print them, and as they stay when organizations change.</summary>
public sealed class StatisticsTests : IAsyncLifetime
{
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_province_of_442_grassroots_organizations_has_14_more_than_at_the_start_of_the_term()
    {
        // Two grassroots committees are there already.
        await ImportAsync(Grassroots("Đảng bộ cơ sở", 144, since2020: 5).Concat(Grassroots("Chi bộ cơ sở", 296, since2020: 9)));

        var figures = await FiguresAsync("KIND", "2024-03-13");
        var movement = await province.AskAsync(
            """{ organizationMovement(since: "2020-10-15", until: "2024-03-13") { kind opening founded closing } }""");

        Assert.Equal((146, 296), (figures["GRASSROOTS_COMMITTEE"], figures["GRASSROOTS_CELL"]));
        Assert.Equal(442, figures["GRASSROOTS_COMMITTEE"] + figures["GRASSROOTS_CELL"]);
        Assert.Equal(
            """[{"kind":"CELL","opening":1,"founded":0,"closing":1},{"kind":"DIRECT_SUPERIOR","opening":2,"founded":0,"closing":2},{"kind":"GRASSROOTS_CELL","opening":287,"founded":9,"closing":296},{"kind":"GRASSROOTS_COMMITTEE","opening":141,"founded":5,"closing":146}]""",
            movement["organizationMovement"]!.ToJsonString());
        Assert.Equal(442 - 14, 287 + 141);
    }

    [Fact]
    public async Task A_province_of_15_superior_committees_921_grassroots_organizations_and_4293_cells_is_counted()
    {
        // Two superior committees, two grassroots committees and a cell are there already.
        await ImportAsync(
        [
            .. Enumerable.Range(1, 13).Select(number => Line($"S{number}", $"Đảng bộ huyện {number}", "Đảng bộ cấp trên cơ sở", "36", "2/3/2015", "Huyện ủy")),
            .. Enumerable.Range(1, 919).Select(number => Line($"G{number}", $"Đảng bộ xã {number}", "Đảng bộ cơ sở", $"S{(number % 13) + 1}", "2/3/2015")),
            .. Enumerable.Range(1, 4292).Select(number => Line($"C{number}", $"Chi bộ {number}", "Chi bộ", $"G{(number % 919) + 1}", "2/3/2015")),
        ]);

        var figures = await FiguresAsync("KIND", "2024-03-13");

        Assert.Equal((15, 921, 4293), (figures["DIRECT_SUPERIOR"], figures["GRASSROOTS_COMMITTEE"], figures["CELL"]));
        var branches = await FiguresAsync("BRANCH", "2024-03-13", "GRASSROOTS_COMMITTEE");
        Assert.Equal((15, 921), (branches.Count, branches.Values.Sum()));
    }

    [Fact]
    public async Task Organizations_are_counted_by_parent_and_by_field_below_any_of_them()
    {
        await province.FoundAsync(province.EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 2", "36.01.001.002");

        var data = await province.AskAsync(
            """
            query ($east: ID!) {
              byParent: organizationStatistics(groupBy: PARENT, kind: "CELL") { key organization { code } count }
              byField: organizationStatistics(organization: $east, groupBy: FIELD_TYPE) { key organization { code } count }
            }
            """,
            new { east = Province.GlobalId("Organization", province.East) });

        Assert.Equal(
            """{"byParent":[{"key":null,"organization":{"code":"36.01.001"},"count":2}],"byField":[{"key":null,"organization":null,"count":3}]}""",
            data.ToJsonString());
    }

    [Fact]
    public async Task Yesterday_stays_what_it_was_and_the_movement_of_every_kind_ties()
    {
        var cell = await province.FoundAsync(province.East, OrganizationKinds.GrassrootsCell, "Chi bộ Trường THPT", "36.01.003");
        var before = await FiguresAsync("KIND", "2024-05-31");
        var schemes = new Schemes(province);
        var done = await schemes.CarryOutAsync(schemes.Scheme(
            new() { Kind = ReorganizationStepKind.Merge, OrganizationId = province.EastCommune, TargetId = province.WestCommune },
            new() { Kind = ReorganizationStepKind.ChangeKind, OrganizationId = cell, KindCode = OrganizationKinds.GrassrootsCommittee },
            new() { Kind = ReorganizationStepKind.Found, ParentId = cell, KindCode = OrganizationKinds.Cell, Name = "Chi bộ Tổ Toán", Code = "T.1" }));

        Assert.Empty(done.Problems);
        Assert.Equal(before, await FiguresAsync("KIND", "2024-05-31"));
        Assert.Equal(
            [
                "CELL: 1 +1+0+0 -0-0-0-0-0-0-0 = 2",
                "DIRECT_SUPERIOR: 2 +0+0+0 -0-0-0-0-0-0-0 = 2",
                "GRASSROOTS_CELL: 1 +0+0+0 -0-0-0-0-0-0-1 = 0",
                "GRASSROOTS_COMMITTEE: 2 +0+0+1 -1-0-0-0-0-0-0 = 2",
            ],
            await MovementAsync(null));
        Assert.Equal(
            [
                "CELL: 1 +1+0+0 -0-0-0-0-0-1-0 = 1",
                "GRASSROOTS_CELL: 1 +0+0+0 -0-0-0-0-0-0-1 = 0",
                "GRASSROOTS_COMMITTEE: 1 +0+0+1 -1-0-0-0-0-0-0 = 1",
            ],
            await MovementAsync(province.East));
    }

    [Fact]
    public async Task Days_in_the_wrong_order_are_told_as_well() => Assert.Equal(
        """{"organizationMovement":[{"kind":"CELL","opening":1,"movedOut":1,"merged":0,"closing":0}]}""",
        (await province.AskAsync(
            """
            query ($east: ID!) { organizationMovement(organization: $east, since: "2024-05-31", until: "2010-01-01") { kind opening movedOut merged closing } }
            """,
            new { east = Province.GlobalId("Organization", province.EastCommune) })).ToJsonString());

    // The line of each kind, with its closing computed from the rest and compared with the one that is told.
    private async Task<string[]> MovementAsync(Guid? below)
    {
        var data = await province.AskAsync(
            """
            query ($below: ID) {
              organizationMovement(organization: $below, since: "2024-05-31", until: "2024-06-01") {
                kind opening founded movedIn changedIn merged split dissolved disbanded ended movedOut changedOut closing
              }
            }
            """,
            new { below = below is { } id ? Province.GlobalId("Organization", id) : null });
        return [.. data["organizationMovement"]!.AsArray().Select(line => Told(line!.AsObject()))];
    }

    private static string Told(JsonObject line)
    {
        int[] numbers = [.. line.Skip(1).Select(number => (int)number.Value!)];
        Assert.Equal(numbers[11], numbers[0] + numbers[1..4].Sum() - numbers[4..11].Sum());
        return $"{line["kind"]}: {numbers[0]} +{string.Join('+', numbers[1..4])} -{string.Join('-', numbers[4..11])} = {numbers[11]}";
    }

    private async Task<Dictionary<string, int>> FiguresAsync(string groupBy, string asOf, string? kind = null)
    {
        var data = await province.AskAsync(
            "query ($by: OrganizationGrouping!, $day: Date!, $kind: String) { organizationStatistics(groupBy: $by, asOf: $day, kind: $kind) { key organization { code } count } }",
            new { by = groupBy, day = asOf, kind });
        return data["organizationStatistics"]!.AsArray().ToDictionary(
            row => (string?)row!["key"] ?? (string)row["organization"]!["code"]!, row => (int)row!["count"]!);
    }

    private static IEnumerable<string> Grassroots(string kind, int count, int since2020) => Enumerable.Range(1, count).Select(number => Line(
        string.Create(CultureInfo.InvariantCulture, $"{(kind[0] == 'C' ? 'B' : 'D')}{number}"), $"{kind} {number}", kind, "36.01", number <= since2020 ? "1/6/2021" : "2/3/2015"));

    private static string Line(string code, string name, string kind, string parent, string founded, string subkind = "") =>
        $"{code},{name},{kind},{parent},{founded},{subkind}";

    private async Task ImportAsync(IEnumerable<string> lines)
    {
        var file = Path.Combine(Path.GetTempPath(), $"organizations-{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(
            file, $"Mã tổ chức đảng,Tên tổ chức đảng,Loại hình tổ chức,Mã cấp trên trực tiếp,Ngày thành lập,Phân loại\n{string.Join('\n', lines)}", Encoding.UTF8);
        try
        {
            await using var scope = province.Database.Enter(TestProvinces.NamDinh, new SystemAccess("import"));
            var batch = await scope.Get<FileImports>().RunAsync(
                new ImportRequest("organizations", ImportContent.OfFile(file), ImportMode.AllOrNothing), progress: null, CancellationToken.None);
            Assert.Equal(ImportState.Applied, batch.Value.State);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
