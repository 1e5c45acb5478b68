using Modular.Kernel.GraphQL.Tests.Fixtures;

namespace Modular.Kernel.GraphQL.Tests.Reads;

public sealed class StatementTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task A_figure_of_all_parents_is_one_statement()
    {
        var (json, reads) = await world.AskAsync(
            "{ organizations { nodes { personCount below: personCount(includeSubtree: true) official: personCount(includeSubtree: true, status: OFFICIAL) } } }");

        Assert.Equal(["0", "0", "7", "0", "2", "3"], Answers.All(json, "personCount"));
        Assert.Equal(["10", "2", "7", "12", "2", "3"], Answers.All(json, "below"));
        Assert.Equal(["7", "1", "5", "8", "1", "2"], Answers.All(json, "official"));
        Assert.Equal((2, 4), (reads.Batches, reads.Statements.Count));
    }

    [Fact]
    public async Task Rows_of_a_statement_are_objects_whose_keys_lead_on()
    {
        var (json, reads) = await world.AskAsync("""{ peopleByStatus(asOf: "2020-01-03") { status numberOfPeople organization { name } } }""");

        Answers.Equal(
            """
            {
              "data": {
                "peopleByStatus": [
                  { "status": "OFFICIAL", "numberOfPeople": 4, "organization": { "name": "One of nam-dinh" } },
                  { "status": "PROBATIONARY", "numberOfPeople": 1, "organization": { "name": "One of nam-dinh" } }
                ]
              }
            }
            """,
            json);
        Assert.Equal((2, 2), (reads.Batches, reads.Statements.Count));
    }

    [Fact]
    public async Task Only_the_selected_columns_of_a_statement_are_read()
    {
        var (_, reads) = await world.AskAsync("{ peopleByStatus { numberOfPeople } }");

        Assert.StartsWith("select (made.\"number_of_people\")::integer from (", Assert.Single(reads.Statements), StringComparison.Ordinal);
    }
}
