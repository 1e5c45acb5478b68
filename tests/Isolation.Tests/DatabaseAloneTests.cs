using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>With every filter of the application turned off PostgreSQL alone still keeps provinces apart.</summary>
public sealed class DatabaseAloneTests(UnfilteredWorld world) : IClassFixture<UnfilteredWorld>
{
    [Fact]
    public async Task The_filters_are_off_so_that_a_neighbour_sees_the_secrets()
    {
        var shown = string.Concat((await world.Neighbour.AskAsync(world.Cases)).Values);

        Assert.Contains(Secrets.Name, shown, StringComparison.Ordinal);
        Assert.Contains(Secrets.Term, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_of_another_province_is_answered_as_if_the_secrets_did_not_exist()
    {
        var changed = world.OfForeigner.Before.Where(answer => world.OfForeigner.After[answer.Key] != answer.Value).Select(answer => answer.Key);

        var told = string.Join('\n', changed);
        Assert.True(told.Length == 0, told);
    }

    [Fact]
    public async Task A_user_of_another_province_finds_nothing_by_ids()
    {
        var ids = world.Victim.Ids.Values.ToArray();

        var found = await world.Foreigner.Client.ExecuteAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });

        Assert.All(found.Data["nodes"]!.AsArray(), Assert.Null);
    }

    [Fact]
    public async Task A_user_of_another_province_fetches_no_file() => DownloadTests.NothingWasFetched(await world.FetchAsync(world.Foreigner));
}
