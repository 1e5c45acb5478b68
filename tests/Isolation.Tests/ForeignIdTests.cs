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
            foreach (var (type, id) in world.Victim.Ids.Where(known => !attacker.Open.ContainsKey(known.Key)))
                await CompareAsync(asked, $"{asked.Name} of {type}", id, new GlobalId(type, Nowhere).ToString());
        }

        foreach (var asked in ReadingCases.Naming(world.Schema, isUuid: true))
        {
            foreach (var key in world.Victim.Ids.Values.Select(Branch.Key).Append(world.Victim.Batch))
                await CompareAsync(asked, asked.Name, key.ToString(), Nowhere.ToString());
        }

        Assert.True(told.Count == 0, string.Join('\n', told));

        async Task CompareAsync(ReadingCase asked, string name, string there, string nowhere)
        {
            var ofThere = await AskAsync(asked, there);
            var ofNowhere = await AskAsync(asked, nowhere);
            if (ofThere != ofNowhere)
                told.Add($"{name}\n   there:   {ofThere}\n   nowhere: {ofNowhere}");
        }

        async Task<string> AskAsync(ReadingCase asked, string id) =>
            (await attacker.AskAsync(asked.Document.Replace(ReadingCases.Id, id, StringComparison.Ordinal))).Replace(id, "", StringComparison.Ordinal);
    }
}
