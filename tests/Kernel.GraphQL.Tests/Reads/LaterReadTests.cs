using Modular.Kernel.GraphQL.Tests.Fixtures;

namespace Modular.Kernel.GraphQL.Tests.Reads;

/// <summary>What <c>@defer</c> and <c>@stream</c> cost in round trips.</summary>
public sealed class LaterReadTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task A_fragment_deferred_at_every_row_is_one_batch()
    {
        var (parts, batches) = await world.AskInPartsAsync(
            "{ organizations(first: 3) { nodes { name ... @defer { people(first: 1) { totalCount nodes { fullName } } } } } }");

        Answers.Equal(
            """
            {
              "data": { "organizations": { "nodes": [{ "name": "Alpha of nam-dinh" }, { "name": "Beta of nam-dinh" }, { "name": "One of nam-dinh" }] } },
              "pending": [
                { "id": "0", "path": ["organizations", "nodes", 0] },
                { "id": "1", "path": ["organizations", "nodes", 1] },
                { "id": "2", "path": ["organizations", "nodes", 2] }
              ],
              "hasNext": true
            }
            """,
            parts[0]);
        Answers.Equal(
            """
            {
              "hasNext": false,
              "incremental": [
                { "id": "0", "data": { "people": { "totalCount": 0, "nodes": [] } } },
                { "id": "1", "data": { "people": { "totalCount": 0, "nodes": [] } } },
                { "id": "2", "data": { "people": { "totalCount": 7, "nodes": [{ "fullName": "Hoàng Văn Đạt" }] } } }
              ],
              "completed": [{ "id": "0" }, { "id": "1" }, { "id": "2" }]
            }
            """,
            parts[1]);
        Assert.Equal([1, 2], batches);
    }

    [Fact]
    public async Task What_a_connection_has_read_already_is_deferred_without_a_statement()
    {
        var (parts, batches) = await world.AskInPartsAsync("{ organizations(first: 1) { totalCount ... @defer { nodes { name } pageInfo { hasNextPage } } } }");

        Answers.Equal(
            """{ "data": { "organizations": { "totalCount": 6 } }, "pending": [{ "id": "0", "path": ["organizations"] }], "hasNext": true }""", parts[0]);
        Answers.Equal(
            """
            {
              "hasNext": false,
              "incremental": [{ "id": "0", "data": { "nodes": [{ "name": "Alpha of nam-dinh" }], "pageInfo": { "hasNextPage": true } } }],
              "completed": [{ "id": "0" }]
            }
            """,
            parts[1]);
        Assert.Equal([1, 1], batches);
    }

    [Fact]
    public async Task What_streamed_rows_refer_to_is_one_batch_a_portion()
    {
        var (parts, batches) = await world.AskInPartsAsync("{ people(first: 12) { edges @stream(initialCount: 1) { node { fullName organization { name } } } } }");

        Assert.Equal((2, 12), (parts.Count, parts.Sum(part => part.Split("fullName").Length - 1)));
        Assert.Equal([2, 3], batches);
    }
}
