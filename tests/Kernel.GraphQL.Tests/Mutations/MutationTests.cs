using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Mutations;

public sealed class MutationTests : IAsyncLifetime
{
    private const string Rename =
        """
        mutation($input: RenamePersonInput!) {
          renamePerson(input: $input) {
            person { fullName organization { name } }
            errors { __typename ... on Problem { code message field rule { id instrument } } ... on NameNeedsALetter { given } ... on StaleVersion { expectedVersion currentVersion } }
            clientMutationId
          }
        }
        """;

    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_was_changed_is_read_anew()
    {
        var (json, _) = await world.AskAsync(Rename, variables: RenameInput(1, "Trần Văn Mới", version: 1, mark: "m-1"));

        Answers.Equal(
            """
            { "data": { "renamePerson": { "person": { "fullName": "Trần Văn Mới", "organization": { "name": "One of nam-dinh" } }, "errors": [], "clientMutationId": "m-1" } } }
            """,
            json);
    }

    [Fact]
    public async Task A_problem_is_told_in_the_payload_with_field_rule_and_its_own_facts()
    {
        var (json, _) = await world.AskAsync(Rename, variables: RenameInput(1, "123", version: 1));

        Answers.Equal(
            """
            {
              "data": {
                "renamePerson": {
                  "person": null,
                  "errors": [{
                    "__typename": "NameNeedsALetter", "code": "NAME_NEEDS_A_LETTER", "message": "The name \"123\" must have a letter.",
                    "field": "input.fullName", "rule": { "id": "PEO-01", "instrument": "Names Act, Article 3" }, "given": "123"
                  }],
                  "clientMutationId": null
                }
              }
            }
            """,
            json);
    }

    [Fact]
    public async Task Messages_are_in_the_language_of_the_request()
    {
        var user = new TestAccess { Language = Language.Vietnamese }.Everywhere(PeoplePermissions.Change).Everywhere(PeoplePermissions.Read);

        var (json, _) = await world.AskAsync(Rename, user, RenameInput(1, "123", version: 1));

        Assert.Equal(["Tên «123» phải có ít nhất một chữ cái."], Answers.All(json, "message"));
    }

    [Fact]
    public async Task A_stale_version_is_a_problem_of_every_mutation()
    {
        await world.AskAsync(Rename, variables: RenameInput(1, "First", version: 1));

        var (json, _) = await world.AskAsync(Rename, variables: RenameInput(1, "Second", version: 1));

        Assert.Equal(["STALE_VERSION"], Answers.All(json, "code"));
        Assert.Equal(["1"], Answers.All(json, "expectedVersion"));
        Assert.Equal(["2"], Answers.All(json, "currentVersion"));
    }

    [Fact]
    public async Task An_id_of_another_type_is_a_problem_that_names_the_field()
    {
        var (json, _) = await world.AskAsync(
            Rename, variables: $$"""{ "input": { "id": "{{GlobalId("Organization", One)}}", "fullName": "X", "expectedVersion": 1 } }""");

        Assert.Equal(["INVALID_INPUT"], Answers.All(json, "code"));
        Assert.Equal(["input.id"], Answers.All(json, "field"));
    }

    [Fact]
    public async Task A_user_without_the_permission_changes_nothing()
    {
        var reader = new TestAccess().Everywhere(PeoplePermissions.Read);

        var (json, _) = await world.AskAsync(Rename, reader, RenameInput(1, "Other", version: 1));

        Answers.Equal(
            """
            {
              "errors": [{
                "message": "You may not use Mutation.renamePerson: it takes the permission 'people.change'.",
                "locations": [{ "line": 2, "column": 3 }], "path": ["renamePerson"], "extensions": { "code": "FORBIDDEN", "permission": "people.change" }
              }],
              "data": null
            }
            """,
            json);
    }

    [Fact]
    public async Task A_repeated_mutation_with_the_same_key_is_done_once()
    {
        const string Award = """mutation($id: ID!) { awardPoints(choice: { person: $id }, points: 7) { people { points } points organization { name } errors { __typename } } }""";
        var variables = $$"""{ "id": "{{GlobalId("Person", PersonId(1))}}" }""";

        var (first, _) = await world.AskAsync(Award, variables: variables, idempotencyKey: "key-1");
        var (second, _) = await world.AskAsync(Award, variables: variables, idempotencyKey: "key-1");
        var (other, _) = await world.AskAsync(Award, variables: variables, idempotencyKey: "key-2");

        Answers.Equal("""{ "data": { "awardPoints": { "people": [{ "points": 17 }], "points": 7, "organization": { "name": "One of nam-dinh" }, "errors": [] } } }""", first);
        Answers.Equal(first, second);
        Assert.Equal(["24"], Answers.All(other, "points").Take(1));
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_input_is_refused()
    {
        await world.AskAsync(Rename, variables: RenameInput(1, "First", version: 1, mark: "mark"));

        var (json, _) = await world.AskAsync(Rename, variables: RenameInput(2, "Second", version: 1, mark: "mark"));

        Assert.Equal(["IDEMPOTENCY_KEY_WAS_USED_FOR_ANOTHER_INPUT"], Answers.All(json, "code"));
    }

    [Fact]
    public async Task A_choice_of_one_takes_either_field()
    {
        var (json, _) = await world.AskAsync($$"""mutation { awardPoints(choice: { organization: "{{GlobalId("Organization", Two)}}" }) { people { id } points } }""");

        Assert.Equal([GlobalId("Person", PersonId(8)), GlobalId("Person", PersonId(9)), GlobalId("Person", PersonId(10))], Answers.All(json, "id"));
    }

    [Fact]
    public async Task What_is_left_out_stays_and_what_is_null_is_cleared()
    {
        var id = GlobalId("Person", PersonId(2));
        const string Update = "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { person { citizenId status tags } errors { ... on Problem { code field } } } }";

        var (tagged, _) = await world.AskAsync(Update, variables: $$"""{ "input": { "id": "{{id}}", "tags": ["a"], "status": "NAME_REMOVED" } }""");
        var (cleared, _) = await world.AskAsync(Update, variables: $$"""{ "input": { "id": "{{id}}", "citizenId": null } }""");
        var (refused, _) = await world.AskAsync(Update, variables: $$"""{ "input": { "id": "{{id}}", "status": null } }""");

        Answers.Equal("""{ "data": { "updatePerson": { "person": { "citizenId": "036000000002", "status": "NAME_REMOVED", "tags": ["a"] }, "errors": [] } } }""", tagged);
        Answers.Equal("""{ "data": { "updatePerson": { "person": { "citizenId": null, "status": "NAME_REMOVED", "tags": ["a"] }, "errors": [] } } }""", cleared);
        Answers.Equal("""{ "data": { "updatePerson": { "person": null, "errors": [{ "code": "INVALID_INPUT", "field": "input.status" }] } } }""", refused);
    }

    [Fact]
    public async Task A_problem_that_is_not_declared_is_an_error_of_the_field()
    {
        var (json, _) = await world.AskAsync("mutation { howl { value errors { __typename } } }");

        Assert.Equal(["The moon is full."], Answers.All(json, "message"));
        Assert.Equal(["MOON_IS_FULL"], Answers.All(json, "code"));
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other_each_with_its_own_answer()
    {
        var (json, reads) = await world.AskAsync(
            $$"""
            mutation {
              a: renamePerson(input: { id: "{{GlobalId("Person", PersonId(1))}}", fullName: "A", expectedVersion: 1 }) { person { fullName } }
              b: renamePerson(input: { id: "{{GlobalId("Person", PersonId(1))}}", fullName: "B", expectedVersion: 2 }) { person { fullName } }
            }
            """);

        Answers.Equal("""{ "data": { "a": { "person": { "fullName": "A" } }, "b": { "person": { "fullName": "B" } } } }""", json);
        Assert.Equal(2, reads.Batches);
    }

    private static string RenameInput(int person, string name, int version, string? mark = null) =>
        $$"""
        { "input": { "id": "{{GlobalId("Person", PersonId(person))}}", "fullName": "{{name}}", "expectedVersion": {{version}}{{(mark is null ? "" : $", \"clientMutationId\": \"{mark}\"")}} } }
        """;
}
