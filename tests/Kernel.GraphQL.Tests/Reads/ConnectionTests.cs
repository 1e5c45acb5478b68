using Modular.Kernel.GraphQL.Tests.Fixtures;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

public sealed class ConnectionTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task The_connections_of_all_parents_are_one_statement()
    {
        var (json, reads) = await world.AskAsync(
            "{ organizations { nodes { name people(first: 2, orderBy: [{ field: NAME, direction: DESC }]) { totalCount pageInfo { hasNextPage } nodes { fullName } } } } }");

        Answers.Equal(
            """
            {
              "data": {
                "organizations": {
                  "nodes": [
                    { "name": "Alpha of nam-dinh", "people": { "totalCount": 0, "pageInfo": { "hasNextPage": false }, "nodes": [] } },
                    { "name": "Beta of nam-dinh", "people": { "totalCount": 0, "pageInfo": { "hasNextPage": false }, "nodes": [] } },
                    { "name": "One of nam-dinh", "people": { "totalCount": 7, "pageInfo": { "hasNextPage": true }, "nodes": [{ "fullName": "Đỗ Thị Giang" }, { "fullName": "Vũ Văn Hải" }] } },
                    { "name": "Province of nam-dinh", "people": { "totalCount": 0, "pageInfo": { "hasNextPage": false }, "nodes": [] } },
                    { "name": "Three of nam-dinh", "people": { "totalCount": 2, "pageInfo": { "hasNextPage": false }, "nodes": [{ "fullName": "Nguyễn Thị Mai" }, { "fullName": "Lý Văn Nam" }] } },
                    { "name": "Two of nam-dinh", "people": { "totalCount": 3, "pageInfo": { "hasNextPage": true }, "nodes": [{ "fullName": "Đặng Thị Lan" }, { "fullName": "Ngô Thị Hoa" }] } }
                  ]
                }
              }
            }
            """,
            json);
        Assert.Equal((2, 3), (reads.Batches, reads.Statements.Count));
        Assert.Equal(
            """select page.k, page.c0, parent.position from unnest($1) with ordinality as parent(key, position) cross join lateral (select * from (select t."id" as k, t."full_name" as c0, t."full_name" as s0 from "people"."person" as t where t."province_id" = $2 and t."organization_id" = parent.key order by t."full_name" desc, t."id" desc limit 16) as bounded limit $3) as page order by parent.position, page.s0 desc, page.k desc""",
            reads.Statements[1]);
    }

    [Fact]
    public async Task An_organization_shows_the_people_below_it_on_demand()
    {
        var (json, _) = await world.AskAsync(
            $$"""{ organization(id: "{{GlobalId("Organization", Alpha)}}") { people(includeSubtree: true) { totalCount } own: people { totalCount } } }""");

        Answers.Equal("""{ "data": { "organization": { "people": { "totalCount": 10 }, "own": { "totalCount": 0 } } } }""", json);
    }

    [Fact]
    public async Task Only_what_is_selected_of_a_connection_is_read()
    {
        var (_, total) = await world.AskAsync("{ people { totalCount } }");
        var (_, rows) = await world.AskAsync("{ people { nodes { fullName } } }");
        var (_, cursors) = await world.AskAsync("{ people { edges { cursor } } }");

        Assert.Equal(["""select count(*) from "people"."person" as t where t."province_id" = $1"""], total.Statements);
        Assert.Equal(["""select * from (select t."id", t."full_name" from "people"."person" as t where t."province_id" = $1 order by t."full_name", t."id" limit 32) as bounded limit $2"""], rows.Statements);
        Assert.Equal(["""select * from (select t."id", t."full_name" from "people"."person" as t where t."province_id" = $1 order by t."full_name", t."id" limit 32) as bounded limit $2"""], cursors.Statements);
    }

    [Theory]
    [InlineData("first: 3, last: 3", "Give either first or last, not both.")]
    [InlineData("first: 3, before: \"x\"", "before goes with last; to page forward give first and after.")]
    [InlineData("last: 3, after: \"x\"", "after goes with first; to page backward give last and before.")]
    [InlineData("first: 201", "first must be from 0 to 200, not 201.")]
    [InlineData("last: -1", "last must be from 0 to 200, not -1.")]
    [InlineData("first: 3, after: \"bm90aGluZyBhdCBhbGw\"", "\"bm90aGluZyBhdCBhbGw\" is no cursor of this list in this order; pass a cursor that the same list gave.")]
    public async Task Arguments_that_make_no_page_are_refused(string arguments, string message)
    {
        var (json, reads) = await world.AskAsync($$"""{ people({{arguments}}) { nodes { id } } }""");

        Assert.Equal([message], Answers.All(json, "message"));
        Assert.Equal(["BAD_USER_INPUT"], Answers.All(json, "code"));
        Assert.Empty(reads.Statements);
    }

    [Fact]
    public async Task A_cursor_that_was_tampered_with_is_refused()
    {
        var (json, _) = await world.AskAsync("{ people(first: 1) { edges { cursor } } }");
        var cursor = Answers.All(json, "cursor")[0];
        var tampered = cursor[..20] + (cursor[20] == 'A' ? 'B' : 'A') + cursor[21..];

        var (answer, _) = await world.AskAsync($$"""{ people(first: 1, after: "{{tampered}}") { nodes { id } } }""");

        Assert.Equal([$"\"{tampered}\" is no cursor of this list in this order; pass a cursor that the same list gave."], Answers.All(answer, "message"));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var (json, _) = await world.AskAsync("{ people(first: 1) { edges { cursor } } }");

        var (answer, _) = await world.AskAsync($$"""{ people(first: 1, orderBy: [{ field: JOINED_ON }], after: "{{Answers.All(json, "cursor")[0]}}") { nodes { id } } }""");

        Assert.Equal(["BAD_USER_INPUT"], Answers.All(answer, "code"));
    }

    [Fact]
    public async Task Children_are_listed_whole_and_the_one_in_force_alone()
    {
        var (json, reads) = await world.AskAsync(
            """
            {
              people(first: 2, where: { or: [{ fullName: { startsWith: "Nguyễn Văn" } }, { fullName: { startsWith: "Ngô" } }] }) {
                nodes { fullName cards { number validFrom validTo } card { number } past: card(asOf: "2020-06-01") { number } }
              }
            }
            """);

        Answers.Equal(
            """
            {
              "data": {
                "people": {
                  "nodes": [
                    {
                      "fullName": "Nguyễn Văn Ánh",
                      "cards": [
                        { "number": "C-001", "validFrom": "2020-01-01", "validTo": "2024-12-31" },
                        { "number": "C-002", "validFrom": "2025-01-01", "validTo": null }
                      ],
                      "card": { "number": "C-002" },
                      "past": { "number": "C-001" }
                    },
                    { "fullName": "Ngô Thị Hoa", "cards": [{ "number": "C-003", "validFrom": "2021-01-01", "validTo": null }], "card": { "number": "C-003" }, "past": null }
                  ]
                }
              }
            }
            """,
            json);
        Assert.Equal((2, 4), (reads.Batches, reads.Statements.Count));
    }
}
