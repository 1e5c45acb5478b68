using System.Text.Json.Nodes;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Moving;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Register;

public sealed class ReadingTests : IAsyncLifetime
{
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task An_organization_tells_its_kind_place_and_history()
    {
        var data = await province.AskAsync(
            """
            query ($id: ID!) { organization(id: $id) {
              code name state foundedOn kind { code name level holdsMembers era subkindName } parent { name } ancestors { name }
              names { name validFrom validTo } codes { scheme value } kindPeriods { kindCode era }
              events { nodes { type effectiveOn decision { number authority decidedOn } } } committee { number } secretary { post }
            } }
            """,
            new { id = Province.GlobalId("Organization", province.Cell) });

        Same(
            """
            {"organization": {
              "code": "36.01.001.001", "name": "Chi bộ xóm 1", "state": "ACTIVE", "foundedOn": "2015-03-02",
              "kind": {"code": "CELL", "name": "Chi bộ trực thuộc", "level": 5, "holdsMembers": true, "era": "A", "subkindName": null},
              "parent": {"name": "Đảng bộ xã Giao Hà"},
              "ancestors": [{"name": "Đảng bộ tỉnh Nam Định"}, {"name": "Đảng bộ huyện Giao Thủy"}, {"name": "Đảng bộ xã Giao Hà"}],
              "names": [{"name": "Chi bộ xóm 1", "validFrom": "2015-03-02", "validTo": null}],
              "codes": [{"scheme": "INTERNAL", "value": "36.01.001.001"}],
              "kindPeriods": [{"kindCode": "CELL", "era": "A"}],
              "events": {"nodes": [{"type": "FOUND", "effectiveOn": "2015-03-02", "decision":
                {"number": "12-QĐ/TU", "authority": "Ban Thường vụ Tỉnh ủy", "decidedOn": "2015-03-02"}}]},
              "committee": null, "secretary": null
            }}
            """,
            data);
    }

    [Fact]
    public async Task Lists_are_filtered_searched_and_sorted_by_the_Vietnamese_alphabet()
    {
        var data = await province.AskAsync(
            """
            query ($east: ID!) {
              all: organizations { totalCount nodes { name } }
              within: organizations(where: {within: {id: $east}}) { nodes { code } }
              below: organizations(where: {parent: {eq: $east}}) { nodes { code } }
              found: organizations(search: "giao thuy") { nodes { code } }
              districts: organizations(where: {kind: {eq: "DIRECT_SUPERIOR"}}, orderBy: [{field: CODE, direction: DESC}]) { nodes { code } }
            }
            """,
            new { east = Province.GlobalId("Organization", province.East) });

        Same(
            """
            {
              "all": {"totalCount": 6, "nodes": [{"name": "Chi bộ xóm 1"}, {"name": "Đảng bộ huyện Giao Thủy"}, {"name": "Đảng bộ huyện Ý Yên"},
                {"name": "Đảng bộ tỉnh Nam Định"}, {"name": "Đảng bộ xã Giao Hà"}, {"name": "Đảng bộ xã Yên Thắng"}]},
              "within": {"nodes": [{"code": "36.01.001.001"}, {"code": "36.01"}, {"code": "36.01.001"}]},
              "below": {"nodes": [{"code": "36.01.001"}]},
              "found": {"nodes": [{"code": "36.01"}]},
              "districts": {"nodes": [{"code": "36.02"}, {"code": "36.01"}]}
            }
            """,
            data);
    }

    [Fact]
    public async Task The_tree_is_told_for_any_day_in_one_statement()
    {
        await MoveEastCommuneAsync(new(2024, 3, 1));
        await RenameCellAsync(new(2024, 4, 1));
        const string query =
            """
            query ($root: ID, $asOf: Date) { organizationTree(root: $root, depth: 2, asOf: $asOf) { depth kindCode name childCount } }
            """;
        var west = Province.GlobalId("Organization", province.West);

        var before = await province.AskAsync(query, new { root = west, asOf = "2024-02-29" });
        var after = await province.AskAsync(query, new { root = west });

        Same(
            """
            {"organizationTree": [{"depth": 0, "kindCode": "DIRECT_SUPERIOR", "name": "Đảng bộ huyện Ý Yên", "childCount": 1},
              {"depth": 1, "kindCode": "GRASSROOTS_COMMITTEE", "name": "Đảng bộ xã Yên Thắng", "childCount": 0}]}
            """,
            before);
        Same(
            """
            {"organizationTree": [{"depth": 0, "kindCode": "DIRECT_SUPERIOR", "name": "Đảng bộ huyện Ý Yên", "childCount": 2},
              {"depth": 1, "kindCode": "GRASSROOTS_COMMITTEE", "name": "Đảng bộ xã Giao Hà", "childCount": 1},
              {"depth": 2, "kindCode": "CELL", "name": "Chi bộ xóm Đông", "childCount": 0},
              {"depth": 1, "kindCode": "GRASSROOTS_COMMITTEE", "name": "Đảng bộ xã Yên Thắng", "childCount": 0}]}
            """,
            after);
        Assert.Single(province.Statements!.Statements);
    }

    [Fact]
    public async Task Counts_are_told_for_any_day_and_all_parents_in_one_statement()
    {
        await MoveEastCommuneAsync(new(2024, 3, 1));

        var data = await province.AskAsync(
            """
            { organizations(where: {kind: {eq: "DIRECT_SUPERIOR"}}) { nodes {
              code childCount organizationCount cells: organizationCount(kind: "CELL")
              before: organizationCounts(asOf: "2024-02-29") { kind count } after: organizationCounts { kind count }
            } } }
            """);

        Same(
            """
            {"organizations": {"nodes": [
              {"code": "36.01", "childCount": 0, "organizationCount": 0, "cells": 0,
               "before": [{"kind": "GRASSROOTS_COMMITTEE", "count": 1}, {"kind": "CELL", "count": 1}], "after": []},
              {"code": "36.02", "childCount": 2, "organizationCount": 3, "cells": 1,
               "before": [{"kind": "GRASSROOTS_COMMITTEE", "count": 1}], "after": [{"kind": "GRASSROOTS_COMMITTEE", "count": 2}, {"kind": "CELL", "count": 1}]}]}}
            """,
            data);
        Assert.Equal((2, 6), (province.Statements!.Batches, province.Statements.Statements.Count));
    }

    [Fact]
    public async Task An_organization_is_found_by_any_code_that_it_ever_had()
    {
        var data = await province.AskAsync(
            """{ found: organizationByCode(code: "36.01.001.001") { name } none: organizationByCode(code: "36.99") { name } }""");

        Same("""{"found": {"name": "Chi bộ xóm 1"}, "none": null}""", data);
    }

    [Fact]
    public async Task Kinds_tell_what_can_be_founded_below_what()
    {
        var data = await province.AskAsync(
            """{ now: organizationKinds(below: "GRASSROOTS_COMMITTEE") { code name era } then: organizationKinds(asOf: "2027-01-01", below: "GRASSROOTS_COMMITTEE") { code name era } }""");

        Same(
            """
            {
              "now": [{"code": "GRASSROOTS_CELL", "name": "Chi bộ cơ sở", "era": "A"}, {"code": "SECTIONAL_COMMITTEE", "name": "Đảng bộ bộ phận", "era": "A"},
                {"code": "CELL", "name": "Chi bộ trực thuộc", "era": "A"},
                {"code": "OVERSEAS_TEMPORARY_CELL", "name": "Chi bộ sinh hoạt tạm thời ở ngoài nước", "era": "A"},
                {"code": "TEMPORARY_CELL", "name": "Chi bộ sinh hoạt tạm thời", "era": "A"}],
              "then": [{"code": "GRASSROOTS_CELL", "name": "Chi bộ", "era": "C"},
                {"code": "AFFILIATED_COMMITTEE", "name": "Đảng bộ trực thuộc cơ sở", "era": "C"}, {"code": "CELL", "name": "Chi bộ", "era": "C"},
                {"code": "OVERSEAS_TEMPORARY_CELL", "name": "Chi bộ sinh hoạt tạm thời ở ngoài nước", "era": "C"},
                {"code": "TEMPORARY_CELL", "name": "Chi bộ sinh hoạt tạm thời", "era": "C"}]
            }
            """,
            data);
    }

    [Fact]
    public async Task Administrative_units_tell_what_they_were_made_of()
    {
        var data = await province.AskAsync(
            """
            { administrativeUnits(level: PROVINCE, asOf: "2025-07-01", search: "ninh binh") { id code fullName validFrom predecessors { name successors { id } } } }
            """);

        Same(
            """
            {"administrativeUnits": [{"id": 137, "code": "37", "fullName": "Tỉnh Ninh Bình", "validFrom": "2025-07-01", "predecessors": [
              {"name": "Hà Nam", "successors": [{"id": 137}]}, {"name": "Nam Định", "successors": [{"id": 137}]}, {"name": "Ninh Bình", "successors": [{"id": 137}]}]}]}
            """,
            data);
    }

    [Fact]
    public async Task A_refused_mutation_tells_the_problem_in_the_payload()
    {
        var data = await province.AskAsync(
            """
            mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) {
              organization { name } errors { __typename ... on Problem { code field message rule { id } } ... on CodeWasGivenBefore { givenCode } }
            } }
            """,
            new { input = NewCell("36.01.001.001") });

        Same(
            """
            {"foundOrganization": {"organization": null, "errors": [{"__typename": "CodeWasGivenBefore", "code": "CODE_WAS_GIVEN_BEFORE", "field": "input.code",
              "message": "Mã \"36.01.001.001\" đã được cấp cho một tổ chức đảng; mã đã cấp không được dùng lại.", "rule": {"id": "ORG-24"}, "givenCode": "36.01.001.001"}]}}
            """,
            data);
    }

    [Fact]
    public async Task A_founded_organization_is_in_the_payload_with_all_that_was_asked()
    {
        var data = await province.AskAsync(
            """
            mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) {
              organization { name version parent { name childCount } events { totalCount } } errors { __typename }
            } }
            """,
            new { input = NewCell("36.01.001.002") });

        Same(
            """
            {"foundOrganization": {"organization": {"name": "Chi bộ xóm 2", "version": 1, "parent": {"name": "Đảng bộ xã Giao Hà", "childCount": 2},
              "events": {"totalCount": 1}}, "errors": []}}
            """,
            data);
    }

    [Fact]
    public async Task Whoever_may_only_read_changes_nothing()
    {
        var reader = new TestAccess().Everywhere(OrganizationsPermissions.Read);

        var answer = await province.AskAsync(
            reader, "mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { errors { __typename } } }", new { input = NewCell("X") });

        Assert.Equal("FORBIDDEN", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task A_reader_without_the_right_to_read_committees_sees_no_secretary_and_all_else()
    {
        var reader = new TestAccess().At(OrganizationsPermissions.Read, province.Cell);

        var answer = await province.AskAsync(
            reader, "query ($id: ID!) { organization(id: $id) { name secretary { post } } }", new { id = Province.GlobalId("Organization", province.West) });

        Same("""{"organization": {"name": "Đảng bộ huyện Ý Yên", "secretary": null}}""", answer["data"]!);
        Assert.Equal("FORBIDDEN", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    private object NewCell(string code) => new
    {
        parentId = Province.GlobalId("Organization", province.EastCommune),
        kind = "CELL",
        name = "Chi bộ xóm 2",
        code,
        effectiveOn = "2024-02-03",
        decision = new { number = "12-QĐ/HU", decidedOn = "2024-02-01", authority = "Ban Thường vụ Huyện ủy Giao Thủy" },
    };

    private Task<Result<Organization>> MoveEastCommuneAsync(DateOnly on) =>
        province.ActAsync<MovingAct, Organization>(moving => moving.RunAsync(
            new MoveOrganizationInput
            {
                Id = province.EastCommune,
                ExpectedVersion = 1,
                ParentId = province.West,
                EffectiveOn = on,
                Decision = Province.Decision(),
            },
            CancellationToken.None));

    private Task<Result<Organization>> RenameCellAsync(DateOnly on) =>
        province.ActAsync<RenamingAct, Organization>(renaming => renaming.RunAsync(
            new RenameOrganizationInput
            {
                Id = province.Cell,
                ExpectedVersion = 1,
                Name = "Chi bộ xóm Đông",
                EffectiveOn = on,
                Decision = Province.Decision(),
            },
            CancellationToken.None));

    private static void Same(string expected, JsonNode actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(Province.Readable), actual.ToJsonString(Province.Readable));
}
