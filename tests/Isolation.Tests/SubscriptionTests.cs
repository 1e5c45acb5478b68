using Modular.Isolation.Tests.World;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>What cannot be asked for cannot be followed either.</summary>
public sealed class SubscriptionTests(AttackedWorld world)
{
    private const string Progress = "subscription ($id: UUID!) { importProgress(batchId: $id) { state stage progress rowsRead batch { id fileName } } }";

    [Fact]
    public void Every_subscription_has_a_case() =>
        Assert.Equal(["exportProgress", "importProgress", "workItemChanged"], world.Schema["Subscription"].Fields.Select(field => field.Name).Order(StringComparer.Ordinal));

    [Fact]
    public Task A_neighbour_follows_no_export_of_somebody_else() => NothingIsFollowedAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_follows_no_export_of_somebody_else() => NothingIsFollowedAsync(world.Foreigner);

    [Fact]
    public Task A_neighbour_follows_an_import_that_never_begins() => NothingBeginsAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_follows_an_import_that_never_begins() => NothingBeginsAsync(world.Foreigner);

    [Fact]
    public async Task Nobody_hears_of_work_out_of_their_reach()
    {
        using var neighbour = await world.Neighbour.Client.SubscribeAsync("subscription { workItemChanged { id } }");
        using var foreigner = await world.Foreigner.Client.SubscribeAsync("subscription { workItemChanged { id } }");
        await NoteAsync(world.Victim.Officer.Client, world.Victim.Ids["WorkItem"]);
        var ofNeighbour = (await world.Neighbour.WorkItemAsync()).Id;
        var ofForeigner = (await world.Foreigner.WorkItemAsync()).Id;
        await NoteAsync(world.Neighbour.Client, ofNeighbour);
        await NoteAsync(world.Foreigner.Client, ofForeigner);

        // What is heard first is the later note, of one's own item: nothing was said of the victim's before it.
        Assert.Equal(Heard(ofNeighbour), await NextAsync(neighbour));
        Assert.Equal(Heard(ofForeigner), await NextAsync(foreigner));
    }

    /// <summary>The next item; that something else has changed, which is said without an item, is passed over.</summary>
    private static async Task<string> NextAsync(TestSubscription subscription)
    {
        while (true)
        {
            var heard = (await subscription.NextAsync())!;
            if (heard["data"]?["workItemChanged"] is not null || heard["errors"] is not null)
                return heard.ToJsonString();
        }
    }

    private static string Heard(string id) => "{\"data\":{\"workItemChanged\":{\"id\":\"" + id + "\"}}}";

    private static async Task NoteAsync(TestClient client, string id)
    {
        var item = await client.ExecuteAsync("query ($id: ID!) { node(id: $id) { ... on WorkItem { version } } }", new { id });
        var noted = await client.ExecuteAsync(
            "mutation ($input: NoteWorkItemInput!) { noteWorkItem(input: $input) { errors { __typename } } }",
            new { input = new { id, expectedVersion = (int)item.Data["node"]!["version"]!, note = $"Seen {Clerk.NextNumber()}." } });
        Assert.Equal("[]", noted.Data["noteWorkItem"]!["errors"]!.ToJsonString());
    }

    private async Task NothingIsFollowedAsync(Attacker attacker)
    {
        const string Export = "subscription ($id: ID!) { exportProgress(exportId: $id) { state rowsWritten export { id } } }";
        using var ofThere = await attacker.Client.SubscribeAsync(Export, new { id = world.Victim.Ids["Export"] });
        using var ofNowhere = await attacker.Client.SubscribeAsync(Export, new { id = new GraphQL.CodeFirst.GlobalId("Export", Guid.NewGuid()).ToString() });

        Assert.Equal(await ofNowhere.RestAsync(), await ofThere.RestAsync());
    }

    private async Task NothingBeginsAsync(Attacker attacker)
    {
        using var ofThere = await attacker.Client.SubscribeAsync(Progress, new { id = world.Victim.Batch });
        using var ofNowhere = await attacker.Client.SubscribeAsync(Progress, new { id = Guid.NewGuid() });

        Assert.Equal((await ofNowhere.NextAsync())!.ToJsonString(), (await ofThere.NextAsync())!.ToJsonString());
    }
}
