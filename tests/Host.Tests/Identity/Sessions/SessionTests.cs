using System.Net;
using Modular.Host.Identity.Sessions;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity.Sessions;

public sealed class SessionTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private const string Mine = "{ mySessions { id isCurrent hasSecondFactor client } }";
    private const string End = "mutation ($input: EndSessionInput!) { endSession(input: $input) { sessions { isCurrent } errors { __typename } } }";

    private static readonly (HttpStatusCode, string?) Refused = (HttpStatusCode.Unauthorized, "REFRESH_REFUSED");

    private readonly TestHost host = fixture.Host;
    private readonly AuthClient client = new(fixture.Host);
    private readonly AuthClient elsewhere = new(fixture.Host);
    private readonly string userName = $"user-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() => await host.AddUserAsync(userName, TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        elsewhere.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens()
    {
        var first = await client.SignInAsync(userName);

        var second = await RefreshAsync(first);
        var third = await RefreshAsync(second);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (second.Status, third.Status));
        Assert.Equal(3, new[] { first, second, third }.Select(answer => answer["refreshToken"]).Distinct().Count());
        client.AccessToken = third["accessToken"];
        Assert.Empty((await AskAsync(client, "{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task A_refresh_token_that_was_exchanged_long_ago_ends_the_whole_session()
    {
        var stolen = await client.SignInAsync(userName);
        var current = await RefreshAsync(stolen);
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "update identity.sessions set refreshed_at = refreshed_at - interval '11 seconds'");

        Assert.Equal(Refused, (await RefreshAsync(stolen)).Outcome);
        Assert.Equal(Refused, (await RefreshAsync(current)).Outcome);
        Assert.Equal(["UNAUTHENTICATED"], await EventuallyAsync(client, "UNAUTHENTICATED"));
    }

    [Fact]
    public async Task A_refresh_whose_answer_was_lost_may_be_repeated_for_some_seconds()
    {
        var first = await client.SignInAsync(userName);
        await RefreshAsync(first);

        var repeated = await RefreshAsync(first);

        Assert.Equal(HttpStatusCode.OK, repeated.Status);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(repeated)).Status);
    }

    [Theory]
    [InlineData("idle_at = now()")]
    [InlineData("expires_at = now()")]
    [InlineData("ended_at = now(), ended_because = 'ByOwner'")]
    public async Task A_session_that_is_over_gives_no_tokens(string over)
    {
        var tokens = await client.SignInAsync(userName);
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, $"update identity.sessions set {over}");

        Assert.Equal(Refused, (await RefreshAsync(tokens)).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    public async Task What_is_no_refresh_token_is_refused(string token) =>
        Assert.Equal(Refused, (await client.PostAsync("refresh", new { refreshToken = token })).Outcome);

    [Fact]
    public async Task An_access_token_is_no_refresh_token_and_the_other_way_round()
    {
        var tokens = await client.SignInAsync(userName);

        Assert.Equal(Refused, (await client.PostAsync("refresh", new { refreshToken = tokens["accessToken"] })).Outcome);
        client.AccessToken = tokens["refreshToken"];
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync(client, "{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task A_user_sees_all_own_sessions_and_ends_another()
    {
        await client.SignInAsync(userName);
        await elsewhere.SignInAsync(userName);

        var mine = (await AskAsync(client, Mine)).Data["mySessions"]!.AsArray();
        var other = (string)mine.Single(session => !(bool)session!["isCurrent"]!)!["id"]!;
        var ended = await client.AskAsync(TestProvinces.NamDinh, End, new { input = new { id = other } });
        var again = await client.AskAsync(TestProvinces.NamDinh, End, new { input = new { id = other } });

        Assert.Equal(2, mine.Count);
        ended.HasData("""{"endSession": {"sessions": [{"isCurrent": true}], "errors": []}}""");
        again.HasData("""{"endSession": {"sessions": null, "errors": [{"__typename": "NotFound"}]}}""");
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync(elsewhere, "{ registers }")).ErrorCodes);
        Assert.Empty((await AskAsync(client, "{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var other = $"other-{Guid.NewGuid():N}";
        await host.AddUserAsync(other, TestProvinces.NamDinh);
        await client.SignInAsync(userName);
        await elsewhere.SignInAsync(other);
        var theirs = (string)(await AskAsync(elsewhere, Mine)).Data["mySessions"]![0]!["id"]!;

        var refused = await client.AskAsync(TestProvinces.NamDinh, End, new { input = new { id = theirs } });

        refused.HasData("""{"endSession": {"sessions": null, "errors": [{"__typename": "NotFound"}]}}""");
        Assert.Single((await AskAsync(elsewhere, Mine)).Data["mySessions"]!.AsArray());
    }

    [Fact]
    public async Task All_other_sessions_end_at_once()
    {
        await elsewhere.SignInAsync(userName);
        await client.SignInAsync(userName);

        var ended = await AskAsync(client, "mutation { endMyOtherSessions(input: {}) { sessions { isCurrent } errors { __typename } } }");

        ended.HasData("""{"endMyOtherSessions": {"sessions": [{"isCurrent": true}], "errors": []}}""");
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync(elsewhere, "{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task The_oldest_session_ends_when_there_are_too_many()
    {
        await elsewhere.SignInAsync(userName);
        await host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into identity.sessions (id, user_id, started_at, refreshed_at, idle_at, expires_at)
            select gen_random_uuid(), u.id, now(), now(), now() + interval '1 day', now() + interval '1 day'
            from identity.users u cross join generate_series(2, $2) where u.user_name = $1
            """,
            userName,
            SessionStore.MostOfAccount);

        await client.SignInAsync(userName);

        Assert.Equal(["UNAUTHENTICATED"], await EventuallyAsync(elsewhere, "UNAUTHENTICATED"));
        Assert.Empty((await AskAsync(client, "{ registers }")).ErrorCodes);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var tokens = await client.SignInAsync(userName);

        var signedOut = await client.PostAsync("logout");

        Assert.Equal(HttpStatusCode.NoContent, signedOut.Status);
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync(client, "{ registers }")).ErrorCodes);
        Assert.Equal(Refused, (await RefreshAsync(tokens)).Outcome);
    }

    [Fact]
    public async Task A_session_is_good_and_ends_at_every_host()
    {
        await using var other = await host.StartAnotherAsync(new RegistersModule(), new MinutesModule());
        using var there = new AuthClient(other);
        await there.SignInAsync(userName);
        await AskAsync(there, "{ registers }");
        await client.SignInAsync(userName);
        there.AccessToken = client.AccessToken;

        var before = await AskAsync(there, "{ registers }");
        await client.PostAsync("logout");

        Assert.Empty(before.ErrorCodes);
        Assert.Equal(["UNAUTHENTICATED"], await EventuallyAsync(there, "UNAUTHENTICATED"));
    }

    private Task<AuthAnswer> RefreshAsync(AuthAnswer tokens) => client.PostAsync("refresh", new { refreshToken = tokens["refreshToken"] });

    private static Task<GraphQLAnswer> AskAsync(AuthClient asker, string query) => asker.AskAsync(TestProvinces.NamDinh, query);

    private static async Task<IReadOnlyList<string?>> EventuallyAsync(AuthClient asker, string code)
    {
        IReadOnlyList<string?> codes = [];
        await Patience.UntilAsync(async () => (codes = (await AskAsync(asker, "{ registers }")).ErrorCodes).Contains(code));
        return codes;
    }
}
