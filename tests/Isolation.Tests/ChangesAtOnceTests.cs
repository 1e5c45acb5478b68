using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Isolation.Tests.Cases;
using Modular.Isolation.Tests.World;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>
/// Every change that the registers offer, made by two officers at once. A mutation that is new is among them as soon as it has its case.
/// </summary>
public sealed class ChangesAtOnceTests(AttackedWorld world)
{
    private const string Version = "expectedVersion";

    /// <summary>Mutations that name no version of what they change, by what keeps two officers from overwriting each other instead.</summary>
    private static readonly Dictionary<string, string[]> WithoutVersion = new()
    {
        ["Makes something new: what there can be once is kept by a constraint, anything else is there twice."] =
        [
            "assignCvNumberRange", "assignInspectionPost", "assignPost", "closeStatisticsReport", "draftReorganization", "establishPartyAgency", "fileSubjectRequest", "formInspectionCommittee", "foundOrganization",
            "openBadgeRound", "openCardCheckRound", "openCommitteeTerm", "openResidenceCommentRound", "planResidenceMeeting", "praiseMembers", "proposeBadges", "proposeErasure",
            "proposeMemberMerge", "recordBreach", "recordMeetings", "recordSubjectRequest", "registerMember",
        ],
        ["Says one thing about each object that it names, in the place of what was said before or refused because of it."] =
            ["confirmMatch", "decideMatchRows", "recordCardChecks", "recordDues", "reopenDuplicates", "tellPersonsApart"],
        ["Does for all that stand so at the moment what has not been done yet."] = ["closeResidenceYear", "lookForResidenceIndicators", "reviewResidenceList", "sendResidenceNotices"],
    };

    /// <summary>Mutations that two officers may make for one version, and why.</summary>
    private static readonly Dictionary<string, string> MadeByBoth = new()
    {
        ["requestResidenceComments"] = "Each request is one of its own, for its own purpose; it leaves the introduction as it is.",
    };

    [Fact]
    public void A_change_without_a_version_says_what_guards_it_instead() => Assert.Equal(
        MutationCases.OfRegisters.Select(asked => asked.Mutation).Distinct()
            .Where(mutation => !TakesVersion(MutationAttacks.InputOf(mutation))).Order(StringComparer.Ordinal),
        WithoutVersion.Values.SelectMany(mutations => mutations).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Of_two_officers_who_make_a_change_at_once_one_makes_it_and_the_other_is_told_why_not()
    {
        using var other = await OtherOfficerAsync();
        var wrong = new List<string>();
        foreach (var asked in MutationCases.OfRegisters.Where(asked => asked.Meets is null))
        {
            var input = JsonSerializer.SerializeToNode(await asked.MakeInput(world.Foreigner))!;
            var answers = await Task.WhenAll(ChangeAsync(asked, world.Foreigner.Client, input), ChangeAsync(asked, other, input));
            var made = answers.Count(answer => answer == "[]");
            var onlyOne = HasVersion(input) && !MadeByBoth.ContainsKey(asked.Mutation);
            if (made == 0 || (made > 1 && onlyOne) || answers.Any(answer => answer.Contains("INTERNAL", StringComparison.Ordinal)))
                wrong.Add($"{asked.Mutation}: {string.Join(" | ", answers)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<TestClient> OtherOfficerAsync()
    {
        var permissions = await world.Host.Database.ScalarAsync<string[]>(
            TestProvinces.NinhThuan, "select array_agg(permission order by permission) from identity.offered_permissions");
        var user = await world.Host.AddUserAsync($"second.officer.{Clerk.NextNumber()}", TestProvinces.NinhThuan, TestGrant.InProvince(permissions));
        return (await world.Host.SignInAsync(user)).In("en");
    }

    /// <summary>What stands in the way of a change, as codes; <c>[]</c> where it is made.</summary>
    private static async Task<string> ChangeAsync(MutationCase asked, TestClient client, JsonNode input)
    {
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {MutationAttacks.InputOf(asked.Mutation)}!) {{ {asked.Mutation}(input: $input) {{ errors {{ ... on Problem {{ code field }} }} }} }}", new { input });
        return (answer.Body["errors"] ?? answer.Body["data"]![asked.Mutation]!["errors"]!).ToJsonString(Json.Readable);
    }

    private bool TakesVersion(string inputType) => world.Schema[inputType].Inputs.Any(field =>
        field.Name == Version || (world.Schema[field.Type.Named].Kind == "INPUT_OBJECT" && TakesVersion(field.Type.Named)));

    private static bool HasVersion(JsonNode? input) => input switch
    {
        JsonObject fields => fields.ContainsKey(Version) || fields.Any(field => HasVersion(field.Value)),
        JsonArray entries => entries.Any(HasVersion),
        _ => false,
    };
}
