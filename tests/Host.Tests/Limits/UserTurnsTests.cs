using System.Net;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Limits;

public sealed class UserTurnsTests
{
    [Fact]
    public async Task A_user_who_asks_for_too_much_at_once_is_refused_and_nobody_else()
    {
        var settings = new Dictionary<string, string?> { ["Limits:ConcurrentOperations"] = "1", ["Limits:WaitingOperations"] = "1" };
        await using var host = await TestHost.StartAsync(settings, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync("eager", TestProvinces.NamDinh));
        using var other = await host.SignInAsync(await host.AddUserAsync("other", TestProvinces.NamDinh));

        var first = client.ExecuteAsync("{ waits }");
        await Gate.Entered.PatientlyAsync();
        var second = client.ExecuteAsync("{ waits }");
        var third = client.ExecuteAsync("{ waits }");
        // Of the two that come while one is at the gate, one waits; the other cannot, and is the only one to be answered yet.
        var refused = await await Task.WhenAny(first, second, third);
        var ofOther = await other.ExecuteAsync("{ __typename }");
        Gate.Open();
        GraphQLAnswer[] all = [await first, await second, await third];

        Assert.Equal((HttpStatusCode.TooManyRequests, "TOO_MANY_REQUESTS"), (refused.Status, Assert.Single(refused.ErrorCodes)));
        ofOther.HasData("""{ "__typename": "Query" }""");
        Assert.Equal(2, all.Count(answer => answer.Status == HttpStatusCode.OK));
    }
}
