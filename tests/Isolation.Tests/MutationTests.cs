using Modular.Isolation.Tests.Cases;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>
/// A change that names something out of the user's reach is refused like one that names nothing at all, changes nothing, and tells nothing.
/// </summary>
public sealed class MutationTests(MutationAttacks attacks) : IClassFixture<MutationAttacks>
{
    // They are done once too, and say the second time that there is nothing to do it to: what they change is no entity of a module, which the answer could be read from again.
    private static readonly string[] AnsweredOtherwise = ["assignWorkItem", "endSession", "noteWorkItem"];

    [Fact]
    public void Every_mutation_has_a_case() => Assert.Equal(
        attacks.Schema["Mutation"].Fields.Select(field => field.Name).Except(["attachMemberScan", "importFile"]).Order(StringComparer.Ordinal),
        MutationCases.All.Select(asked => asked.Mutation).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_place_of_an_id_in_an_input_has_a_case()
    {
        var places = MutationCases.All.Select(asked => asked.Mutation).Distinct()
            .SelectMany(mutation => InputIds.Of(attacks.Schema, MutationAttacks.InputOf(mutation)).Select(place => $"{mutation}: {place}"));

        Assert.Equal(places.Order(StringComparer.Ordinal), attacks.OfForeigner.Places.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_neighbour_changes_nothing_and_is_told_nothing() => NothingHappened(attacks.OfNeighbour);

    [Fact]
    public void A_user_of_another_province_changes_nothing_and_is_told_nothing() => NothingHappened(attacks.OfForeigner);

    [Fact]
    public void In_their_own_branch_a_neighbour_makes_every_change() => ChangesAreMade(attacks.OfNeighbour);

    [Fact]
    public void In_their_own_branch_a_user_of_another_province_makes_every_change() => ChangesAreMade(attacks.OfForeigner);

    [Fact]
    public void A_change_that_does_not_name_the_present_version_is_refused()
    {
        Assert.Equal(
            MutationCases.All.Select(asked => asked.Mutation).Where(mutation => InputVersions.AreIn(attacks.Schema, MutationAttacks.InputOf(mutation))).Distinct().Order(StringComparer.Ordinal),
            attacks.OfNeighbour.Careless.Versioned.Distinct().Order(StringComparer.Ordinal));
        Assert.True(attacks.OfNeighbour.Careless.Overwritten.Count == 0, string.Join('\n', attacks.OfNeighbour.Careless.Overwritten));
    }

    [Fact]
    public void The_same_request_twice_changes_once_and_is_answered_alike()
    {
        var others = attacks.OfNeighbour.Careless.Repeated.Where(repeated => !AnsweredOtherwise.Contains(repeated.Split('\n')[0])).ToList();
        Assert.True(others.Count == 0, string.Join('\n', others));
    }

    private static void NothingHappened(AttackOutcome outcome)
    {
        Assert.True(outcome.Told.Count == 0, string.Join('\n', outcome.Told));
        Assert.Equal(outcome.StateBefore, outcome.StateAfter);
    }

    private static void ChangesAreMade(AttackOutcome outcome) => Assert.True(outcome.Refused.Count == 0, string.Join('\n', outcome.Refused));
}
