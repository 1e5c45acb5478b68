using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

/// <summary>Every statement keeps to the province and to the reach of the asking user, by whatever field it is asked for.</summary>
public sealed class ReachTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    private const string EverythingOfPeople =
        """
        query($seen: ID!, $unseen: ID!, $both: [ID!]!) {
          people(first: 50) { totalCount nodes { fullName } }
          seen: person(id: $seen) { fullName cards { number } card { number } }
          unseen: person(id: $unseen) { fullName }
          nodes(ids: $both) { ... on Person { fullName sponsored { totalCount nodes { fullName } } } }
          organizations(first: 50) { nodes { name personCount all: personCount(includeSubtree: true) people(includeSubtree: true) { totalCount nodes { fullName } } } }
          champion { fullName }
          peopleByStatus { status numberOfPeople }
        }
        """;

    [Fact]
    public async Task A_user_of_one_commune_sees_its_people_everywhere_and_nobody_else()
    {
        var user = new TestAccess().Below(PeoplePermissions.Read, world.PathOf(Beta));

        Answers.Equal(
            """
            {
              "data": {
                "people": { "totalCount": 2, "nodes": [{ "fullName": "Lý Văn Nam" }, { "fullName": "Nguyễn Thị Mai" }] },
                "seen": { "fullName": "Lý Văn Nam", "cards": [], "card": null },
                "unseen": null,
                "nodes": [{ "fullName": "Lý Văn Nam", "sponsored": { "totalCount": 0, "nodes": [] } }, null],
                "organizations": {
                  "nodes": [
                    { "name": "Alpha of nam-dinh", "personCount": 0, "all": 0, "people": { "totalCount": 0, "nodes": [] } },
                    { "name": "Beta of nam-dinh", "personCount": 0, "all": 2, "people": { "totalCount": 2, "nodes": [{ "fullName": "Lý Văn Nam" }, { "fullName": "Nguyễn Thị Mai" }] } },
                    { "name": "One of nam-dinh", "personCount": 0, "all": 0, "people": { "totalCount": 0, "nodes": [] } },
                    { "name": "Province of nam-dinh", "personCount": 0, "all": 2, "people": { "totalCount": 2, "nodes": [{ "fullName": "Lý Văn Nam" }, { "fullName": "Nguyễn Thị Mai" }] } },
                    { "name": "Three of nam-dinh", "personCount": 2, "all": 2, "people": { "totalCount": 2, "nodes": [{ "fullName": "Lý Văn Nam" }, { "fullName": "Nguyễn Thị Mai" }] } },
                    { "name": "Two of nam-dinh", "personCount": 0, "all": 0, "people": { "totalCount": 0, "nodes": [] } }
                  ]
                },
                "champion": { "fullName": "Lý Văn Nam" },
                "peopleByStatus": [{ "status": "OFFICIAL", "numberOfPeople": 1 }, { "status": "PROBATIONARY", "numberOfPeople": 1 }]
              }
            }
            """,
            await AskEverythingAsync(user, seen: 12, unseen: 1));
    }

    [Fact]
    public async Task A_user_of_one_organization_does_not_see_those_below_it()
    {
        var user = new TestAccess().At(PeoplePermissions.Read, Alpha, Two);

        var (json, _) = await world.AskAsync("{ people { totalCount nodes { fullName } } }", user);

        Assert.Equal(["Bùi Văn Khánh", "Ngô Thị Hoa", "Đặng Thị Lan"], Answers.All(json, "fullName"));
        Assert.Equal(["3"], Answers.All(json, "totalCount"));
    }

    [Fact]
    public async Task A_user_of_themselves_sees_their_own_record_and_cards()
    {
        var user = new TestAccess().OnSelf(PeoplePermissions.Read, PersonId(1));

        var (json, _) = await world.AskAsync("{ people { totalCount nodes { fullName cards { number } sponsored { totalCount } } } }", user);

        Answers.Equal(
            """
            { "data": { "people": { "totalCount": 1, "nodes": [{ "fullName": "Nguyễn Văn Ánh", "cards": [{ "number": "C-001" }, { "number": "C-002" }], "sponsored": { "totalCount": 0 } }] } } }
            """,
            json);
    }

    [Fact]
    public async Task Reaches_of_several_grants_add_up()
    {
        var user = new TestAccess().With(PeoplePermissions.Read, new PermissionScope
        {
            Subtrees = [PathRange.Below(world.PathOf(Beta))],
            Organizations = [Two],
            Self = PersonId(1),
        });

        var (json, _) = await world.AskAsync("{ people { totalCount } }", user);

        Answers.Equal("""{ "data": { "people": { "totalCount": 6 } } }""", json);
    }

    [Fact]
    public async Task A_user_without_the_permission_gets_one_error_and_no_statement_runs()
    {
        var (json, reads) = await world.AskAsync("{ people { totalCount nodes { fullName } } }", new TestAccess());

        Answers.Equal(
            """
            {
              "errors": [{
                "message": "You may not read Query.people: it takes the permission 'people.read'.",
                "locations": [{ "line": 1, "column": 3 }], "path": ["people"], "extensions": { "code": "FORBIDDEN", "permission": "people.read" }
              }],
              "data": { "people": null }
            }
            """,
            json);
        Assert.Empty(reads.Statements);
    }

    [Fact]
    public async Task Nothing_of_another_province_is_seen()
    {
        var (json, _) = await world.AskAsync("{ organizations { totalCount nodes { name } } people { totalCount } }", province: TestProvinces.NinhThuan);
        var (empty, _) = await world.AskAsync("{ organizations { totalCount } people { totalCount } }", province: TestProvinces.TienGiang);

        Assert.All(Answers.All(json, "name"), name => Assert.EndsWith("of ninh-thuan", name, StringComparison.Ordinal));
        Assert.Equal(["6", "12"], Answers.All(json, "totalCount"));
        Assert.Equal(["0", "0"], Answers.All(empty, "totalCount"));
    }

    [Fact]
    public async Task Every_statement_of_a_scoped_entity_carries_province_and_reach_unless_its_parents_were_read_within_that_reach()
    {
        var user = new TestAccess().Below(PeoplePermissions.Read, world.PathOf(Beta));
        var (_, reads) = await world.AskAsync(
            "{ people { totalCount nodes { fullName cards { number } sponsor { fullName } sponsored { totalCount nodes { fullName } } } } organizations { nodes { personCount people { totalCount } } } }",
            user);

        Assert.All(reads.Statements, statement => Assert.Contains("\"province_id\" = $", statement, StringComparison.Ordinal));
        var ofPeople = reads.Statements.Where(statement => statement.Contains("\"people\".", StringComparison.Ordinal)).ToList();
        var seenWithTheirParents = ofPeople.Where(statement => !statement.Contains("place.path >= ", StringComparison.Ordinal)).ToList();
        Assert.True(ofPeople.Count > 3);
        Assert.Contains(
            "from \"people\".\"card\" as t where t.\"province_id\" = $2 and t.\"person_id\" = parent.key order by", Assert.Single(seenWithTheirParents), StringComparison.Ordinal);
    }

    private async Task<string> AskEverythingAsync(ICurrentAccess access, int seen, int unseen)
    {
        var (json, _) = await world.AskAsync(
            EverythingOfPeople,
            access,
            $$"""
            {
              "seen": "{{GlobalId("Person", PersonId(seen))}}", "unseen": "{{GlobalId("Person", PersonId(unseen))}}",
              "both": ["{{GlobalId("Person", PersonId(seen))}}", "{{GlobalId("Person", PersonId(unseen))}}"]
            }
            """);
        return json;
    }
}
