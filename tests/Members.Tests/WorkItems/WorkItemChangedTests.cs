using Modular.Members.Contracts;
using Modular.Organizations;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

/// <summary>Following work items as they change.</summary>
public sealed class WorkItemChangedTests(WorkItemWorld world) : IClassFixture<WorkItemWorld>
{
    private const string Follow = "subscription Follow($organization: ID, $kinds: [String!]) { workItemChanged(organizationId: $organization, kindIds: $kinds) { state dueOn kind { id } organization { name } } }";

    private readonly Register register = world.Register;

    [Fact]
    public async Task Each_change_is_told_to_those_who_see_the_item_and_to_nobody_else()
    {
        using var eastern = await world.FollowerAsync("east-listener", register.EastCommune);
        using var western = await world.FollowerAsync("west-listener", register.WestCommune);
        using var east = await eastern.SubscribeAsync(Follow, new { kinds = new[] { "members.probation-ends" } });
        using var west = await western.SubscribeAsync(Follow, new { kinds = new[] { "members.probation-ends" } });

        await world.AddProbationaryAsync(register.SecondCell, "Hoàng Thị Đông", 8201, "2024-05-02");
        await world.AddProbationaryAsync(register.WestCell, "Hoàng Văn Tây", 8202, "2024-06-03");

        Assert.Equal("""{"data":{"workItemChanged":{"state":"OPEN","dueOn":"2025-06-13","kind":{"id":"members.probation-ends"},"organization":{"name":"Chi bộ xóm 2"}}}}""", await NextItemAsync(east));
        Assert.Equal("""{"data":{"workItemChanged":{"state":"OPEN","dueOn":"2025-07-15","kind":{"id":"members.probation-ends"},"organization":{"name":"Chi bộ xóm 9"}}}}""", await NextItemAsync(west));
    }

    [Fact]
    public async Task A_subscriber_of_another_host_hears_of_it_and_only_of_the_organization_that_it_follows()
    {
        await using var other = await register.Host.StartAnotherAsync(new OrganizationsModule(), new MembersModule());
        var user = await other.AddUserAsync(
            "elsewhere", TestProvinces.NamDinh, TestGrant.InProvince(MembersPermissions.FollowWork, OrganizationsPermissions.Read));
        using var client = await other.SignInAsync(user);
        using var west = await client.SubscribeAsync(Follow, new { organization = register.WestCommune, kinds = new[] { "members.probation-ends" } });
        Assert.Null(await FirstAsync(west));

        await world.AddProbationaryAsync(register.FirstCell, "Đỗ Thị Đông", 8301, "2024-05-02");
        await world.AddProbationaryAsync(register.WestCell, "Đỗ Văn Tây", 8302, "2024-06-03");

        Assert.Equal("""{"data":{"workItemChanged":{"state":"OPEN","dueOn":"2025-07-15","kind":{"id":"members.probation-ends"},"organization":{"name":"Chi bộ xóm 9"}}}}""", await NextItemAsync(west));
    }

    /// <summary>The next item; nulls, which say that a list is to be read again, are passed over.</summary>
    private static async Task<string> NextItemAsync(TestSubscription subscription)
    {
        while (await subscription.NextAsync() is { } next)
        {
            if (next["data"]?["workItemChanged"] is not null || next["errors"] is not null)
                return next.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }

        throw new EndOfStreamException("The subscription was completed.");
    }

    /// <summary>The first response of a host that begins to listen: it says that something may have been missed.</summary>
    private static async Task<object?> FirstAsync(TestSubscription subscription) => (await subscription.NextAsync())!["data"]!["workItemChanged"];
}
