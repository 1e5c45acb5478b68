using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

public sealed class PermissionTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    private static TestAccess Reader => new TestAccess().Everywhere(PeoplePermissions.Read);

    [Fact]
    public async Task A_field_without_its_permission_is_null_with_one_error_and_is_not_even_read()
    {
        var (json, reads) = await world.AskAsync("{ people(first: 2) { nodes { fullName citizenId } } }", Reader);

        Answers.Equal(
            """
            {
              "errors": [{
                "message": "You may not read Person.citizenId: it takes the permission 'people.read-sensitive'.",
                "locations": [{ "line": 1, "column": 39 }], "path": ["people", "nodes", 0, "citizenId"], "extensions": { "code": "FORBIDDEN", "permission": "people.read-sensitive" }
              }],
              "data": { "people": { "nodes": [{ "fullName": "Bùi Văn Khánh", "citizenId": null }, { "fullName": "Hoàng Văn Đạt", "citizenId": null }] } }
            }
            """,
            json);
        Assert.Equal(
            """select * from (select t."id", null::text, t."full_name" from "people"."person" as t where t."province_id" = $1 order by t."full_name", t."id" limit 16) as bounded limit $2""",
            Assert.Single(reads.Statements));
    }

    [Fact]
    public async Task A_field_is_shown_to_who_holds_its_permission()
    {
        var (json, _) = await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", PersonId(2))}}") { citizenId } }""");

        Answers.Equal("""{ "data": { "person": { "citizenId": "036000000002" } } }""", json);
    }

    [Theory]
    [InlineData("where: { citizenId: { startsWith: \"036\" } }")]
    [InlineData("where: { or: [{ not: { citizenId: { isNull: true } } }] }")]
    [InlineData("orderBy: [{ field: NAME }, { field: CITIZEN_ID }]")]
    public async Task Nobody_guesses_a_value_that_they_may_not_read_by_filter_or_order(string arguments)
    {
        var (json, reads) = await world.AskAsync($$"""{ people({{arguments}}) { totalCount } }""", Reader);

        Assert.Equal(["FORBIDDEN"], Answers.All(json, "code"));
        Assert.Empty(reads.Statements);
    }

    [Fact]
    public async Task What_a_user_may_not_read_does_not_take_the_rest_of_the_answer_along()
    {
        var (json, _) = await world.AskAsync(
            $$"""{ organization(id: "{{GlobalId("Organization", One)}}") { name people { totalCount } } organizations(first: 2) { nodes { people { totalCount } } } }""", new TestAccess());

        Answers.Equal(
            """
            {
              "errors": [
                { "message": "You may not read Organization.people: it takes the permission 'people.read'.", "locations": [{ "line": 1, "column": 97 }], "path": ["organization", "people"], "extensions": { "code": "FORBIDDEN", "permission": "people.read" } },
                { "message": "You may not read Organization.people: it takes the permission 'people.read'.", "locations": [{ "line": 1, "column": 155 }], "path": ["organizations", "nodes", 0, "people"], "extensions": { "code": "FORBIDDEN", "permission": "people.read" } }
              ],
              "data": { "organization": { "name": "One of nam-dinh", "people": null }, "organizations": { "nodes": [{ "people": null }, { "people": null }] } }
            }
            """,
            json);
    }

    [Fact]
    public async Task Nodes_of_a_type_that_the_user_may_not_read_are_null()
    {
        var (json, reads) = await world.AskAsync(
            $$"""{ nodes(ids: ["{{GlobalId("Person", PersonId(1))}}", "{{GlobalId("Organization", One)}}"]) { __typename } }""", new TestAccess());

        Answers.Equal(
            """
            {
              "errors": [{ "message": "You may not read objects of type Person: it takes the permission 'people.read'.", "extensions": { "code": "FORBIDDEN", "permission": "people.read" } }],
              "data": { "nodes": [null, { "__typename": "Organization" }] }
            }
            """,
            json);
        Assert.Single(reads.Statements);
    }
}
