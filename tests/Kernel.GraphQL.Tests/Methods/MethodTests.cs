using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Methods;

public sealed class MethodTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task A_method_serves_all_parents_at_once_with_the_columns_that_it_names()
    {
        PersonMethods.Calls = 0;

        var (json, reads) = await world.AskAsync("""{ people(first: 2) { nodes { greeting(word: "Chào") { words length greeted { fullName } } } } }""");

        Answers.Equal(
            """
            {
              "data": {
                "people": {
                  "nodes": [
                    { "greeting": { "words": "Chào, Bùi Văn Khánh (Probationary, 90)", "length": 38, "greeted": { "fullName": "Bùi Văn Khánh" } } },
                    { "greeting": { "words": "Chào, Hoàng Văn Đạt (Official, 50)", "length": 34, "greeted": { "fullName": "Hoàng Văn Đạt" } } }
                  ]
                }
              }
            }
            """,
            json);
        Assert.Equal(1, PersonMethods.Calls);
        Assert.Equal(2, reads.Batches);
        Assert.Equal(
            """select * from (select t."id", t."full_name", t."status", t."points"::integer from "people"."person" as t where t."province_id" = $1 order by t."full_name", t."id" limit 16) as bounded limit $2""",
            reads.Statements[0]);
    }

    [Fact]
    public async Task Entities_that_a_method_finds_are_read_through_the_reach_of_the_user()
    {
        var user = new TestAccess().With(PeoplePermissions.Read, new() { Organizations = [Two], Self = PersonId(1) });

        var (json, _) = await world.AskAsync("{ people { nodes { fullName colleagues { fullName cards { number } } } } champion { fullName } }", user);

        Answers.Equal(
            """
            {
              "data": {
                "people": {
                  "nodes": [
                    { "fullName": "Bùi Văn Khánh", "colleagues": [{ "fullName": "Ngô Thị Hoa", "cards": [{ "number": "C-003" }] }, { "fullName": "Đặng Thị Lan", "cards": [] }] },
                    { "fullName": "Nguyễn Văn Ánh", "colleagues": [] },
                    { "fullName": "Ngô Thị Hoa", "colleagues": [{ "fullName": "Bùi Văn Khánh", "cards": [] }, { "fullName": "Đặng Thị Lan", "cards": [] }] },
                    { "fullName": "Đặng Thị Lan", "colleagues": [{ "fullName": "Ngô Thị Hoa", "cards": [{ "number": "C-003" }] }, { "fullName": "Bùi Văn Khánh", "cards": [] }] }
                  ]
                },
                "champion": { "fullName": "Đặng Thị Lan" }
              }
            }
            """,
            json);
    }

    [Fact]
    public async Task Keys_that_a_method_returns_lead_to_objects_of_another_module()
    {
        var (json, _) = await world.AskAsync("{ peopledOrganizations { name } }");

        Answers.Equal("""{ "data": { "peopledOrganizations": [{ "name": "One of nam-dinh" }, { "name": "Two of nam-dinh" }, { "name": "Three of nam-dinh" }] } }""", json);
    }

    [Fact]
    public async Task Methods_of_one_module_never_run_at_the_same_time()
    {
        var (json, _) = await world.AskAsync("{ a: champion { fullName } b: champion { fullName } c: peopledOrganizations { name } d: champion { colleagues { id } } }");

        Assert.Empty(Answers.All(json, "message"));
    }

    [Fact]
    public async Task Arguments_of_methods_are_typed()
    {
        var (json, _) = await world.AskAsync($$"""{ echo(days: ["2026-11-22"], status: OFFICIAL, person: "{{GlobalId("Person", PersonId(1))}}") }""");
        var (wrong, _) = await world.AskAsync($$"""{ echo(days: [], person: "{{GlobalId("Organization", One)}}") }""");

        Answers.Equal("""{ "data": { "echo": ["2026-11-22"] } }""", json);
        Assert.Equal(["person takes the id of a Person, not of a Organization."], Answers.All(wrong, "message"));
    }

    [Fact]
    public async Task A_malformed_day_is_refused_with_the_form_that_it_takes()
    {
        var (json, _) = await world.AskAsync("""{ echo(days: ["22/11/2026"]) }""");

        Assert.Equal(["Date must be a day such as \"2026-11-22\", not \"22/11/2026\"."], Answers.All(json, "message"));
    }
}
