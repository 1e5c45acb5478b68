using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Isolation.Tests.Cases;
using Modular.Isolation.Tests.World;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>Nobody acts on their own case: every mutation that names a member is tried by an officer who is that member.</summary>
public sealed class OwnCaseTests(AttackedWorld world)
{
    private const string Refusal = "NOBODY_ACTS_ON_THEIR_OWN_CASE";

    /// <summary>Mutations that name a member and may name the officer, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["acceptTransfers"] = "The member whom it names signs for the cell; one's own transfer is refused.",
        ["assignResidenceFollower"] = "Who follows others at their residence is not judged by it; nobody is made to follow themselves.",
        ["createUser"] = "An account for the own record meets that there is one already.",
        ["proposeBadges"] = "A list of those who are due decides nothing; reviewing and deciding one's own proposal is refused.",
        ["proposeErasure"] = "Nobody who is a member, or left lately, is erased; a proposal decides nothing, and somebody else executes it.",
        ["recordAddress"] = "Where one lives is one's own to tell.",
        ["recordCardChecks"] = "Whoever keeps the list of a cell is on it, and a stamp decides nothing.",
        ["registerMember"] = "Members are named who are somebody else than the newcomer.",
        ["signTransfers"] = "As acceptTransfers.",
        ["submitSupplementSlip"] = "A slip about oneself is one's own to hand in; accepting it is refused.",
        ["updateMember"] = "Telephone, occupation and the like are one's own to tell; corrections are refused by the rules of the change.",
        ["updateMembers"] = "As updateMember.",
    };

    [Fact]
    public async Task A_change_of_the_own_record_is_refused_whatever_the_officer_may_do()
    {
        var permissions = await world.Host.Database.ScalarAsync<string[]>(
            TestProvinces.NinhThuan, "select array_agg(permission order by permission) from identity.offered_permissions");
        var made = new List<string>();
        var tried = new HashSet<string>();
        foreach (var asked in MutationCases.All.Where(asked => !Exceptions.ContainsKey(asked.Mutation)))
        {
            var input = JsonSerializer.SerializeToNode(await asked.MakeInput(world.Foreigner))!;
            if (MembersIn(input).FirstOrDefault() is not { TypeName: not null } member)
                continue;
            tried.Add(asked.Mutation);
            var user = await world.Host.AddUserAsync($"own.case.{tried.Count}.{Clerk.NextNumber()}", TestProvinces.NinhThuan, member.Key, TestGrant.InProvince(permissions));
            using var client = (await world.Host.SignInAsync(user)).In("en");
            var problems = await ProblemsAsync(client, asked.Mutation, input);
            if (!problems.Contains(Refusal, StringComparison.Ordinal))
                made.Add($"{asked.Mutation}: {problems}");
        }

        Assert.True(made.Count == 0, string.Join('\n', made));
        Assert.Superset(new HashSet<string> { "assignMemberToCell", "assignPost", "changeMemberStatus", "issueCard", "setMemberFlag" }, tried);
    }

    private static async Task<string> ProblemsAsync(TestClient client, string mutation, JsonNode input)
    {
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ ... on Problem {{ code message }} }} }} }}",
            new { input });
        return (answer.Body["errors"] ?? answer.Body["data"]![mutation]!["errors"]!).ToJsonString(Json.Readable);
    }

    private static IEnumerable<GlobalId> MembersIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => MembersIn(field.Value)),
        JsonArray items => items.SelectMany(MembersIn),
        JsonValue value when value.TryGetValue<string>(out var text) && GlobalId.TryParse(text, out var id) && id.TypeName == "Member" => [id],
        _ => [],
    };
}
