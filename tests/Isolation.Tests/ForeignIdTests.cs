using Modular.GraphQL.CodeFirst;
using Modular.Isolation.Tests.Cases;
using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>
/// Whoever learned the id of an object out of their reach is told nothing by it, wherever they put it: the answer is that for an id that
/// nothing has.
/// </summary>
public sealed class ForeignIdTests(AttackedWorld world)
{
    private static readonly Guid Nowhere = Guid.Parse("01a20267-9a7d-760a-ad07-db85af32bfb3");

    [Fact]
    public void The_victim_has_an_object_of_each_type_that_has_ids() =>
        Assert.Equal(world.Schema.Nodes.Order(StringComparer.Ordinal), world.Victim.Ids.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public Task A_neighbour_is_told_nothing_by_ids() => NothingIsToldAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_is_told_nothing_by_ids() => NothingIsToldAsync(world.Foreigner);

    [Fact]
    public async Task Whoever_may_see_the_objects_is_shown_them()
    {
        foreach (var (type, id) in world.Victim.Ids)
        {
            var shown = await world.Board.Client.ExecuteAsync("query ($id: ID!) { node(id: $id) { id __typename } }", new { id });
            shown.HasData($$$"""{"node": {"id": "{{{id}}}", "__typename": "{{{type}}}"}}""");
        }
    }

    private async Task NothingIsToldAsync(Attacker attacker)
    {
        var told = new List<string>();
        foreach (var asked in ReadingCases.Naming(world.Schema, isUuid: false))
        {
            var document = TakingId(asked, "ID");
            foreach (var (type, id) in world.Victim.Ids.Where(known => !attacker.Open.ContainsKey(known.Key)))
                await CompareAsync(document, $"{asked.Name} of {type}", id, new GlobalId(type, Nowhere).ToString());
        }

        foreach (var asked in ReadingCases.Naming(world.Schema, isUuid: true))
        {
            var document = TakingId(asked, "UUID");
            var ofNowhere = await AskAsync(document, Nowhere.ToString());
            foreach (var key in world.Victim.Ids.Values.Select(Branch.Key).Append(world.Victim.Batch))
                Compare(asked.Name, await AskAsync(document, key.ToString()), ofNowhere);
        }

        Assert.True(told.Count == 0, string.Join('\n', told));

        async Task CompareAsync(string document, string name, string there, string nowhere) =>
            Compare(name, await AskAsync(document, there), await AskAsync(document, nowhere));

        void Compare(string name, string ofThere, string ofNowhere)
        {
            if (ofThere != ofNowhere)
                told.Add($"{name}\n   there:   {ofThere}\n   nowhere: {ofNowhere}");
        }

        async Task<string> AskAsync(string document, string id) =>
            (await attacker.AskAsync(document, new { id })).Replace(id, "", StringComparison.Ordinal);
    }

    /// <summary>The id comes as a variable, so that the host takes the question in once and not for every id.</summary>
    private static string TakingId(ReadingCase asked, string type) =>
        $"query ($id: {type}!) {asked.Document.Replace($"\"{ReadingCases.Id}\"", "$id", StringComparison.Ordinal)}";
}
