using Modular.Kernel.GraphQL.Tests.Fixtures;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

public sealed class EntityReadTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task Columns_of_every_kind_are_written_from_the_reader()
    {
        var (json, reads) = await world.AskAsync(
            $$"""
            {
              person(id: "{{GlobalId("Person", PersonId(1))}}") {
                __typename id fullName citizenId status joinedOn leftOn points dues payments tags createdAt commune hasLeft
              }
            }
            """);

        Answers.Equal(
            $$"""
            {
              "data": {
                "person": {
                  "__typename": "Person",
                  "id": "{{GlobalId("Person", PersonId(1))}}",
                  "fullName": "Nguyễn Văn Ánh",
                  "citizenId": null,
                  "status": "OFFICIAL",
                  "joinedOn": "2020-01-01",
                  "leftOn": null,
                  "points": 10,
                  "dues": "1000.50",
                  "payments": 5000000001,
                  "tags": ["first", "\"quoted\""],
                  "createdAt": "2025-01-01T08:30:00Z",
                  "commune": "Commune 1",
                  "hasLeft": false
                }
              }
            }
            """,
            json);
        Assert.Equal(1, reads.Batches);
    }

    [Fact]
    public async Task Only_the_selected_columns_are_read()
    {
        var (_, reads) = await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", PersonId(1))}}") { fullName } }""");

        Assert.Equal(
            ["""select t."id", t."full_name" from "people"."person" as t where t."province_id" = $1 and t."id" = $2"""],
            reads.Statements);
    }

    [Fact]
    public async Task The_order_of_fields_and_the_rest_of_the_document_change_no_statement()
    {
        var (_, one) = await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", PersonId(1))}}") { points fullName id } }""");
        var (_, other) = await world.AskAsync($$"""query other { person(id: "{{GlobalId("Person", PersonId(2))}}") { name: fullName points __typename } }""");

        Assert.Same(Assert.Single(one.Statements), Assert.Single(other.Statements));
    }

    [Fact]
    public async Task Lists_of_the_same_columns_are_read_by_statements_of_their_own()
    {
        var (_, all) = await world.AskAsync("{ people(first: 2) { nodes { fullName } } }");
        var (_, ofOrganizations) = await world.AskAsync("{ organizations(first: 2) { nodes { people(first: 2) { nodes { fullName } } } } }");

        Assert.NotEqual(all.Statements[^1], ofOrganizations.Statements[^1]);
        Assert.Contains("= parent.key", ofOrganizations.Statements[^1], StringComparison.Ordinal);
    }
}
