using Modular.Kernel.GraphQL.Tests.Fixtures;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

public sealed class ReferenceTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task Parents_share_the_rows_that_they_refer_to()
    {
        var (json, reads) = await world.AskAsync(
            "{ people(first: 9, orderBy: [{ field: JOINED_ON }, { field: NAME }]) { nodes { fullName organization { name parent { name } } sponsor { fullName } } } }");

        Assert.Equal(
            ["One of nam-dinh", "One of nam-dinh", "One of nam-dinh", "One of nam-dinh", "One of nam-dinh", "One of nam-dinh", "One of nam-dinh", "Two of nam-dinh", "Two of nam-dinh"],
            Answers.All(json, "name").Where(name => !name.StartsWith("Alpha", StringComparison.Ordinal)));
        Assert.Equal(3, reads.Batches);
        Assert.Equal(
            [
                """select * from (select t."id", t."full_name", t."organization_id", t."sponsor_id" from "people"."person" as t where t."province_id" = $1 order by t."joined_on", t."full_name", t."id" limit 16) as bounded limit $2""",
                """select t."id", t."name", t."parent_id" from "units"."organization" as t where t."province_id" = $1 and t."id" = any($2)""",
                """select t."id", t."full_name" from "people"."person" as t where t."province_id" = $1 and t."id" = $2""",
                """select t."id", t."name" from "units"."organization" as t where t."province_id" = $1 and t."id" = $2""",
            ],
            reads.Statements);
    }

    [Fact]
    public async Task A_reference_that_nobody_has_costs_no_statement()
    {
        var (json, reads) = await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", PersonId(1))}}") { sponsor { fullName } } }""");

        Answers.Equal("""{ "data": { "person": { "sponsor": null } } }""", json);
        Assert.Single(reads.Statements);
    }

    [Fact]
    public async Task Nodes_of_several_types_are_read_by_one_statement_each_and_in_one_batch()
    {
        var (json, reads) = await world.AskAsync(
            """
            query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Person { fullName organization { name } } ... on Organization { name } } }
            """,
            variables: $$"""{ "ids": ["{{GlobalId("Organization", One)}}", "{{GlobalId("Person", PersonId(2))}}", "{{GlobalId("Person", Id(999))}}", "{{GlobalId("Person", PersonId(1))}}", "{{GlobalId("Organization", One)}}"] }""");

        Answers.Equal(
            $$"""
            {
              "data": {
                "nodes": [
                  { "__typename": "Organization", "id": "{{GlobalId("Organization", One)}}", "name": "One of nam-dinh" },
                  { "__typename": "Person", "id": "{{GlobalId("Person", PersonId(2))}}", "fullName": "Trần Thị Bình", "organization": { "name": "One of nam-dinh" } },
                  null,
                  { "__typename": "Person", "id": "{{GlobalId("Person", PersonId(1))}}", "fullName": "Nguyễn Văn Ánh", "organization": { "name": "One of nam-dinh" } },
                  { "__typename": "Organization", "id": "{{GlobalId("Organization", One)}}", "name": "One of nam-dinh" }
                ]
              }
            }
            """,
            json);
        Assert.Equal((2, 3), (reads.Batches, reads.Statements.Count));
    }

    [Fact]
    public async Task A_node_is_found_by_its_id_alone()
    {
        var (json, _) = await world.AskAsync($$"""{ node(id: "{{GlobalId("Person", PersonId(3))}}") { ... on Person { fullName } ... on Organization { name } } }""");

        Answers.Equal("""{ "data": { "node": { "fullName": "Lê Đức Cường" } } }""", json);
    }

    [Theory]
    [InlineData("abc", "\\\"abc\\\" is no id of an object that can be asked for here.")]
    [InlineData("Q2FyZDowMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDIwMDE", "\\\"Q2FyZDowMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDIwMDE\\\" is no id of an object that can be asked for here.")]
    public async Task What_is_no_id_of_a_node_is_refused(string id, string message)
    {
        var (json, _) = await world.AskAsync($$"""{ node(id: "{{id}}") { id } }""");

        Answers.Equal(
            $$"""
            {
              "errors": [{ "message": "{{message}}", "locations": [{ "line": 1, "column": 3 }], "path": ["node"], "extensions": { "code": "BAD_USER_INPUT" } }],
              "data": { "node": null }
            }
            """,
            json);
    }

    [Fact]
    public async Task An_id_of_another_type_is_refused()
    {
        var (json, _) = await world.AskAsync($$"""{ person(id: "{{GlobalId("Organization", One)}}") { id } }""");

        Assert.Equal(["person(id:) takes the id of a Person, not of a Organization."], Answers.All(json, "message"));
    }
}
