using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Isolation.Tests.Cases;
using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>
/// A change that names something out of the user's reach is refused like one that names nothing at all, changes nothing, and tells nothing.
/// </summary>
public sealed class MutationTests(AttackedWorld world)
{
    private static readonly Guid Nowhere = Guid.Parse("01a20267-9a7d-760a-ad07-db85af32bfb3");

    [Fact]
    public void Every_mutation_has_a_case() => Assert.Equal(
        world.Schema["Mutation"].Fields.Select(field => field.Name).Except(["attachMemberScan", "importFile"]).Order(StringComparer.Ordinal),
        MutationCases.All.Select(asked => asked.Mutation).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_place_of_an_id_in_an_input_has_a_case()
    {
        var filled = new HashSet<string>();
        foreach (var asked in MutationCases.All)
        {
            foreach (var place in InputIds.Filled(world.Schema, InputOf(asked.Mutation), await MakeAsync(asked, world.Foreigner)))
                filled.Add($"{asked.Mutation}: {place}");
        }

        var places = MutationCases.All.Select(asked => asked.Mutation).Distinct()
            .SelectMany(mutation => InputIds.Of(world.Schema, InputOf(mutation)).Select(place => $"{mutation}: {place}"));
        Assert.Equal(places.Order(StringComparer.Ordinal), filled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task A_neighbour_changes_nothing_and_is_told_nothing() => NothingHappensAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_changes_nothing_and_is_told_nothing() => NothingHappensAsync(world.Foreigner);

    [Fact]
    public Task In_their_own_branch_a_neighbour_makes_every_change() => ChangesAreMadeAsync(world.Neighbour);

    [Fact]
    public Task In_their_own_branch_a_user_of_another_province_makes_every_change() => ChangesAreMadeAsync(world.Foreigner);

    private async Task NothingHappensAsync(Attacker attacker)
    {
        var before = await world.Victim.StateAsync();
        var told = new List<string>();
        foreach (var asked in MutationCases.All)
        {
            var input = await MakeAsync(asked, attacker);
            foreach (var place in InputIds.Filled(world.Schema, InputOf(asked.Mutation), input))
            {
                var (type, there, nowhere) = Target(InputIds.At(input, place));
                var ofThere = await ProblemsAsync(asked, attacker, place, there);
                var ofNowhere = await ProblemsAsync(asked, attacker, place, nowhere);
                if (!attacker.Open.ContainsKey(type) && ofThere != ofNowhere)
                    told.Add($"{asked.Mutation}({place}) of {type}\n   there:   {ofThere}\n   nowhere: {ofNowhere}");
            }
        }

        Assert.True(told.Count == 0, string.Join('\n', told));
        Assert.Equal(before, await world.Victim.StateAsync());
    }

    private async Task ChangesAreMadeAsync(Attacker attacker)
    {
        var refused = new List<string>();
        foreach (var asked in MutationCases.All)
        {
            var problems = await ProblemsAsync(asked, attacker, place: null, id: null);
            var meets = (attacker == world.Neighbour ? asked.MeetsInABranch : null) ?? asked.Meets;
            if (meets is null ? problems != "[]" : !problems.Contains($"\"{meets}\"", StringComparison.Ordinal))
                refused.Add($"{asked.Mutation}: {problems}");
        }

        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    /// <summary>The victim's object of the type that is meant, and an id of the same type that nothing has.</summary>
    private (string Type, string There, string Nowhere) Target(string meant) => GlobalId.TryParse(meant, out var id)
        ? (id.TypeName, world.Victim.Ids.GetValueOrDefault(id.TypeName) ?? world.Victim.Others[id.TypeName], new GlobalId(id.TypeName, Nowhere).ToString())
        : ("ImportBatch", world.Victim.Batch.ToString(), Nowhere.ToString());

    /// <summary>What stands in the way of a change; <c>[]</c> where it is made.</summary>
    private async Task<string> ProblemsAsync(MutationCase asked, Attacker attacker, string? place, string? id)
    {
        var input = await MakeAsync(asked, attacker);
        if (place is not null)
            InputIds.Put(input, place, id!);
        var payload = world.Schema["Mutation"].Fields.Single(field => field.Name == asked.Mutation).Type;
        var document = $"mutation ($input: {InputOf(asked.Mutation)}!) {{ {asked.Mutation}(input: $input){Selections.OfPayload(world.Schema, payload)} }}";
        var answer = await attacker.Client.ExecuteAsync(document, new { input });
        var text = answer.Body.ToJsonString(Json.Readable);
        Assert.DoesNotContain(Secrets.Marks, mark => text.Contains(mark, StringComparison.Ordinal));
        var problems = answer.Body["errors"] ?? answer.Body["data"]![asked.Mutation]!["errors"]!;
        return id is null ? problems.ToJsonString(Json.Readable) : problems.ToJsonString(Json.Readable).Replace(id, "", StringComparison.Ordinal);
    }

    private static async Task<JsonNode> MakeAsync(MutationCase asked, Attacker attacker) =>
        JsonSerializer.SerializeToNode(await asked.MakeInput(attacker))!;

    private static string InputOf(string mutation) => $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
}
