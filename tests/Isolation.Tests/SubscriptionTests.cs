using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>What cannot be asked for cannot be followed either.</summary>
public sealed class SubscriptionTests(AttackedWorld world)
{
    private const string Progress = "subscription ($id: UUID!) { importProgress(batchId: $id) { state stage progress rowsRead batch { id fileName } } }";

    [Fact]
    public void Every_subscription_has_a_case() =>
        Assert.Equal(["importProgress"], world.Schema["Subscription"].Fields.Select(field => field.Name));

    [Fact]
    public Task A_neighbour_follows_an_import_that_never_begins() => NothingBeginsAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_follows_an_import_that_never_begins() => NothingBeginsAsync(world.Foreigner);

    private async Task NothingBeginsAsync(Attacker attacker)
    {
        using var ofThere = await attacker.Client.SubscribeAsync(Progress, new { id = world.Victim.Batch });
        using var ofNowhere = await attacker.Client.SubscribeAsync(Progress, new { id = Guid.NewGuid() });

        Assert.Equal((await ofNowhere.NextAsync())!.ToJsonString(), (await ofThere.NextAsync())!.ToJsonString());
    }
}
