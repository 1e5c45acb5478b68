using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Isolation.Tests.Cases;
using Modular.Isolation.Tests.Schema;
using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>
/// Tries every change at every place of an id: with the victim's object, with one that nothing has, and in the end as it is meant. What a change needs is made
/// once for all of this, because a change that is refused leaves everything as it was; that it did is what the change at the end proves.
/// </summary>
public sealed class MutationAttacks(AttackedWorld world) : IAsyncLifetime
{
    private static readonly Guid Nowhere = Guid.Parse("01a20267-9a7d-760a-ad07-db85af32bfb3");

    internal ServedSchema Schema => world.Schema;

    internal AttackOutcome OfNeighbour { get; private set; } = null!;

    internal AttackOutcome OfForeigner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        OfNeighbour = await AttackAsync(world.Neighbour);
        OfForeigner = await AttackAsync(world.Foreigner);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The input type of a mutation.</summary>
    internal static string InputOf(string mutation) => $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";

    private async Task<AttackOutcome> AttackAsync(Attacker attacker)
    {
        var before = await world.Victim.StateAsync();
        var (places, told, refused, careless) = (new List<string>(), new List<string>(), new List<string>(), new Carelessness([], [], []));
        foreach (var asked in MutationCases.All)
        {
            var input = await MakeAsync(asked, attacker);
            foreach (var place in InputIds.Filled(world.Schema, InputOf(asked.Mutation), input).ToList())
            {
                places.Add($"{asked.Mutation}: {place}");
                var (type, there, nowhere) = Target(InputIds.At(input, place));
                (var ofThere, input) = await TryAsync(asked, attacker, input, place, there);
                (var ofNowhere, input) = await TryAsync(asked, attacker, input, place, nowhere);
                if (!attacker.Open.ContainsKey(type) && ofThere != ofNowhere)
                    told.Add($"{asked.Mutation}({place}) of {type}\n   there:   {ofThere}\n   nowhere: {ofNowhere}");
            }

            var meets = (attacker == world.Neighbour ? asked.MeetsInABranch : null) ?? asked.Meets;
            if (attacker == world.Neighbour)
                await OutdateAsync(asked, attacker, input, meets, careless);
            var problems = attacker == world.Neighbour
                ? await RepeatAsync(asked, attacker, input, careless)
                : await ProblemsAsync(asked, attacker, input);
            if (meets is null ? problems != "[]" : !problems.Contains($"\"{meets}\"", StringComparison.Ordinal))
                refused.Add($"{asked.Mutation}: {problems}");
        }

        return new AttackOutcome(places, told, refused, careless, before, await world.Victim.StateAsync());
    }

    /// <summary>Sends a change that names another version than the present one, which must be refused with nothing changed: the change is made after it.</summary>
    private async Task OutdateAsync(MutationCase asked, Attacker attacker, JsonNode input, string? meets, Carelessness careless)
    {
        if (InputVersions.Outdated(input) is not { } outdated)
            return;
        careless.Versioned.Add(asked.Mutation);
        var problems = await ProblemsAsync(asked, attacker, outdated);
        if (!problems.Contains("\"STALE_VERSION\"", StringComparison.Ordinal) && (meets is null || !problems.Contains($"\"{meets}\"", StringComparison.Ordinal)))
            careless.Overwritten.Add($"{asked.Mutation}: {problems}");
    }

    /// <summary>Sends the same request twice, as a client does that heard no answer: what it did is done once, and the answer is the same.</summary>
    private async Task<string> RepeatAsync(MutationCase asked, Attacker attacker, JsonNode input, Carelessness careless)
    {
        var key = $"repeated-{Clerk.NextNumber()}";
        var (first, second) = (await AnswerAsync(asked, attacker, input, key), await AnswerAsync(asked, attacker, input, key));
        if (first.ToJsonString(Json.Readable) is var once && second.ToJsonString(Json.Readable) is var again && once != again)
            careless.Repeated.Add($"{asked.Mutation}\n   once:  {once}\n   again: {again}");
        return ProblemsOf(asked, first);
    }

    /// <summary>Puts an id into a place of an input and tries the change.</summary>
    /// <returns>What stands in its way, and an input for what comes next: the same one, or another where the change was made.</returns>
    private async Task<(string Problems, JsonNode Next)> TryAsync(MutationCase asked, Attacker attacker, JsonNode input, string place, string id)
    {
        var exchanged = input.DeepClone();
        InputIds.Put(exchanged, place, id);
        var problems = await ProblemsAsync(asked, attacker, exchanged);
        var next = problems == "[]" ? await MakeAsync(asked, attacker) : input;
        return (problems.Replace(id, "", StringComparison.Ordinal), next);
    }

    /// <summary>The victim's object of the type that is meant, and an id of the same type that nothing has.</summary>
    private (string Type, string There, string Nowhere) Target(string meant) => GlobalId.TryParse(meant, out var id)
        ? (id.TypeName, world.Victim.Ids.GetValueOrDefault(id.TypeName) ?? world.Victim.Others[id.TypeName], new GlobalId(id.TypeName, Nowhere).ToString())
        : ("ImportBatch", world.Victim.Batch.ToString(), Nowhere.ToString());

    /// <summary>What stands in the way of a change; <c>[]</c> where it is made.</summary>
    private async Task<string> ProblemsAsync(MutationCase asked, Attacker attacker, JsonNode input) => ProblemsOf(asked, await AnswerAsync(asked, attacker, input, key: null));

    private static string ProblemsOf(MutationCase asked, JsonNode answer) => (answer["errors"] ?? answer["data"]![asked.Mutation]!["errors"]!).ToJsonString(Json.Readable);

    private async Task<JsonNode> AnswerAsync(MutationCase asked, Attacker attacker, JsonNode input, string? key)
    {
        var payload = world.Schema["Mutation"].Fields.Single(field => field.Name == asked.Mutation).Type;
        var document = $"mutation ($input: {InputOf(asked.Mutation)}!) {{ {asked.Mutation}(input: $input){Selections.OfPayload(world.Schema, payload)} }}";
        var answer = await attacker.Client.ExecuteAsync(document, new { input }, key);
        var text = answer.Body.ToJsonString(Json.Readable);
        Assert.DoesNotContain(Secrets.Marks, mark => text.Contains(mark, StringComparison.Ordinal));
        return answer.Body;
    }

    private static async Task<JsonNode> MakeAsync(MutationCase asked, Attacker attacker) =>
        JsonSerializer.SerializeToNode(await asked.MakeInput(attacker))!;
}

/// <summary>What came of somebody's attacks.</summary>
/// <param name="Places">The places of ids that were tried, as <c>mutation: place</c>.</param>
/// <param name="Told">Where the answer for the victim's object was another than for one that nothing has.</param>
/// <param name="Refused">The changes that the attacker could not make in their own branch.</param>
/// <param name="Careless">What came of changes that named another version or were sent twice.</param>
/// <param name="StateBefore">The victim's branch before.</param>
/// <param name="StateAfter">The victim's branch after.</param>
internal sealed record AttackOutcome(
    IReadOnlyList<string> Places, IReadOnlyList<string> Told, IReadOnlyList<string> Refused, Carelessness Careless, string StateBefore, string StateAfter);

/// <summary>What came of changes as hasty people and clients send them.</summary>
/// <param name="Versioned">The mutations that were sent with another version than the present one.</param>
/// <param name="Overwritten">Those that were not refused for it, with their answer.</param>
/// <param name="Repeated">Those that answered the second time otherwise than the first.</param>
internal sealed record Carelessness(List<string> Versioned, List<string> Overwritten, List<string> Repeated);
