using Modular.Kernel.GraphQL.Tests.Fixtures;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.Reads;

public sealed class FilterTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Theory]
    [InlineData("{ status: { eq: PROBATIONARY } }", "3 6 9 12")]
    [InlineData("{ status: { in: [PROBATIONARY, NAME_REMOVED] } }", "3 6 9 12")]
    [InlineData("{ status: { in: [] } }", "")]
    [InlineData("{ status: { notIn: [PROBATIONARY] }, joinedOn: { gte: \"2020-01-05\", lt: \"2020-01-06\" } }", "8")]
    [InlineData("{ joinedOn: { lte: \"2020-01-02\" } }", "1 2 3")]
    [InlineData("{ joinedOn: { gt: \"2020-01-05\", in: [\"2020-01-06\", \"2020-01-01\"] } }", "10 11")]
    [InlineData("{ leftOn: { isNull: false } }", "4 8 12")]
    [InlineData("{ leftOn: { isNull: true }, pointsAbove: 95 }", "10 11")]
    [InlineData("{ fullName: { eq: \"Lê Đức Cường\" } }", "3")]
    [InlineData("{ fullName: { startsWith: \"Nguyễn\" } }", "1 11")]
    [InlineData("{ fullName: { startsWith: \"%\" } }", "")]
    [InlineData("{ fullName: { contains: \"duc cuong\" } }", "3")]
    [InlineData("{ fullName: { contains: \"Thị\" } }", "2 4 6 8 10 11")]
    [InlineData("{ or: [{ fullName: { eq: \"Lê Đức Cường\" } }, { pointsAbove: 110 }] }", "3 12")]
    [InlineData("{ or: [] }", "")]
    [InlineData("{ not: { leftOn: { lt: \"2024-01-09\" } } }", "1 2 3 5 6 7 9 10 11 12")]
    [InlineData("{ and: [{ status: { eq: OFFICIAL } }, { not: { joinedOn: { lt: \"2020-01-05\" } } }] }", "8 10 11")]
    [InlineData("{}", "1 2 3 4 5 6 7 8 9 10 11 12")]
    public async Task A_filter_keeps_those_of_whom_it_holds(string filter, string people)
    {
        var (json, reads) = await world.AskAsync($$"""{ people(where: {{filter}}, orderBy: [{ field: JOINED_ON }, { field: NAME }]) { totalCount nodes { id } } }""");

        var expected = people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => GlobalId("Person", PersonId(int.Parse(number, null))));
        Assert.Equal(expected.Order(), Answers.All(json, "id").Order());
        Assert.Equal([Answers.All(json, "id").Count.ToString(null, null)], Answers.All(json, "totalCount"));
        Assert.Equal(1, reads.Batches);
    }

    [Fact]
    public async Task A_filter_by_organization_takes_those_below_too_unless_told_otherwise()
    {
        var alpha = GlobalId("Organization", Alpha);
        var (json, _) = await world.AskAsync(
            $$"""
            {
              below: people(where: { within: { id: "{{alpha}}" } }) { totalCount }
              at: people(where: { within: { id: "{{alpha}}", includeSubtree: false } }) { totalCount }
              one: people(where: { organization: { in: ["{{GlobalId("Organization", One)}}"] } }) { totalCount }
              others: people(where: { organization: { notIn: ["{{GlobalId("Organization", One)}}"] } }) { totalCount }
            }
            """);

        Answers.Equal(
            """{ "data": { "below": { "totalCount": 10 }, "at": { "totalCount": 0 }, "one": { "totalCount": 7 }, "others": { "totalCount": 5 } } }""", json);
    }

    [Fact]
    public async Task An_id_of_another_type_in_a_filter_is_refused()
    {
        var (json, _) = await world.AskAsync($$"""{ people(where: { organization: { eq: "{{GlobalId("Person", One)}}" } }) { totalCount } }""");

        Assert.Equal(["The filter 'organization' takes the id of a Organization, not of a Person."], Answers.All(json, "message"));
    }

    [Theory]
    [InlineData("nguyen", "1 11")]
    [InlineData("NGUYỄN anh", "1")]
    [InlineData("Đức", "3")]
    [InlineData("d", "3 4 5 6 10")]
    [InlineData("an", "1")]
    [InlineData("guyen", "")]
    [InlineData("50%", "")]
    [InlineData("  ", "1 2 3 4 5 6 7 8 9 10 11 12")]
    public async Task A_search_finds_words_by_their_beginnings_with_and_without_diacritics(string search, string people)
    {
        var (json, _) = await world.AskAsync("query($search: String) { people(search: $search) { nodes { id } } }", variables: $$"""{ "search": "{{search}}" }""");

        var expected = people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => GlobalId("Person", PersonId(int.Parse(number, null))));
        Assert.Equal(expected.Order(), Answers.All(json, "id").Order());
    }

    [Fact]
    public async Task Values_never_stand_in_the_text_of_a_statement()
    {
        const string Hostile = "x'; drop table people.person; --";
        var (json, reads) = await world.AskAsync(
            "query($text: String!) { people(search: $text, where: { fullName: { eq: $text, startsWith: $text, contains: $text } }) { totalCount } }",
            variables: $$"""{ "text": "{{Hostile}}" }""");

        Answers.Equal("""{ "data": { "people": { "totalCount": 0 } } }""", json);
        Assert.DoesNotContain(reads.Statements, statement => statement.Contains("drop", StringComparison.Ordinal) || statement.Contains('\''));
    }

    [Fact]
    public async Task Requests_of_one_shape_share_one_statement()
    {
        const string Query = "query($name: String) { people(where: { fullName: { startsWith: $name } }) { nodes { fullName } } }";
        var (_, first) = await world.AskAsync(Query, variables: """{ "name": "Nguyễn" }""");
        var (_, second) = await world.AskAsync(Query, variables: """{ "name": "Lê" }""");

        Assert.Same(first.Statements[0], second.Statements[0]);
    }
}
