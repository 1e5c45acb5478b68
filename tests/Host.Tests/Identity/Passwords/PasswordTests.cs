using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Identity.Passwords;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity.Passwords;

public sealed class PasswordTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private const string Another = "one more long sentence";

    private readonly TestHost host = fixture.Host;
    private readonly AuthClient client = new(fixture.Host);
    private readonly string userName = $"user-{Guid.NewGuid():N}";
    private TestUser user = null!;

    public async ValueTask InitializeAsync() => user = await host.AddUserAsync(userName, TestProvinces.NamDinh);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("eleven char", "Passwords must be at least 12 characters.")]
    [InlineData("xx nam-dinh.new xx", "The password must not contain the user name.")]
    [InlineData("Matkhau@123456", TooEasy)]
    [InlineData("P@ssw0rd2026!!", TooEasy)]
    [InlineData("NamDinh@20262026", TooEasy)]
    [InlineData("Mật khẩu 1234567", TooEasy)]
    [InlineData("qwertyuiop123456", TooEasy)]
    [InlineData("aaaaaaaaaaaaaaaa", TooEasy)]
    [InlineData("Đảng Cộng sản Việt Nam", TooEasy)]
    [InlineData("1q2w3e4r5t6y7u8i", TooEasy)]
    [InlineData("Trời xanh mây trắng", null)]
    [InlineData("correct horse battery", null)]
    public async Task A_password_is_long_and_not_what_everybody_tries(string password, string? reason)
    {
        var fault = await host.Services.GetRequiredService<PasswordPolicy>().FaultOfAsync(password, "nam-dinh.new", TestContext.Current.CancellationToken);

        Assert.Equal(reason, fault?.English);
    }

    [Fact]
    public async Task A_password_of_more_than_128_characters_is_refused() => Assert.Equal(
        "Passwords must be at most 128 characters.",
        (await host.Services.GetRequiredService<PasswordPolicy>().FaultOfAsync(new string('x', 129), "somebody", TestContext.Current.CancellationToken))?.English);

    [Fact]
    public async Task A_user_changes_the_own_password_and_goes_on_while_other_sessions_end()
    {
        using var elsewhere = new AuthClient(host);
        await elsewhere.SignInAsync(userName);
        await client.SignInAsync(userName);

        var changed = await client.PostAsync("password", new { password = TestHost.Password, newPassword = Another });

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync(elsewhere)).ErrorCodes);
        Assert.Equal(["UNAUTHENTICATED"], (await AskAsync(client)).ErrorCodes);
        client.AccessToken = changed["accessToken"];
        Assert.Empty((await AskAsync(client)).ErrorCodes);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.LogInAsync(userName, TestHost.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync(userName, Another)).Status);
    }

    [Fact]
    public async Task Whoever_found_a_session_open_does_not_change_the_password()
    {
        await client.SignInAsync(userName);

        var refused = await client.PostAsync("password", new { password = "a wrong password", newPassword = Another });
        for (var guess = 0; guess < 4; guess++)
            await client.PostAsync("password", new { password = "a wrong password", newPassword = Another });
        var slowed = await client.PostAsync("password", new { password = TestHost.Password, newPassword = Another });

        Assert.Equal((HttpStatusCode.Unauthorized, "SIGN_IN_REFUSED"), refused.Outcome);
        Assert.Equal((HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS"), slowed.Outcome);
    }

    [Fact]
    public async Task A_weak_new_password_is_refused_with_the_reason()
    {
        await client.SignInAsync(userName);

        var refused = await client.PostAsync("password", new { password = TestHost.Password, newPassword = "short" });

        Assert.Equal((HttpStatusCode.BadRequest, "PASSWORD_UNFIT"), refused.Outcome);
        Assert.Equal("Passwords must be at least 12 characters.", refused["message"]);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("second-factor/enrolment")]
    [InlineData("second-factor/confirmation")]
    [InlineData("logout")]
    public async Task Credentials_are_changed_by_whoever_is_signed_in(string path)
    {
        var answer = await client.PostAsync(path, new { password = "x", newPassword = "x", ticket = "x", code = "x" });

        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), answer.Outcome);
    }

    [Fact]
    public async Task A_code_sets_a_password_once()
    {
        var code = await MakeCodeAsync(TimeSpan.FromHours(1));

        var wrong = await SetByCodeAsync("AAAA-BBBB-CCCC-DDDD");
        var unfit = await SetByCodeAsync(code, "short");
        var set = await SetByCodeAsync(code.ToLowerInvariant().Replace('-', ' '));
        var again = await SetByCodeAsync(code);

        Assert.Equal((HttpStatusCode.Unauthorized, "CODE_REFUSED"), wrong.Outcome);
        Assert.Equal((HttpStatusCode.BadRequest, "PASSWORD_UNFIT"), unfit.Outcome);
        Assert.Equal(HttpStatusCode.OK, set.Status);
        Assert.Equal((HttpStatusCode.Unauthorized, "CODE_REFUSED"), again.Outcome);
        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync(userName, Another)).Status);
    }

    [Fact]
    public async Task A_code_that_came_too_late_sets_nothing() =>
        Assert.Equal((HttpStatusCode.Unauthorized, "CODE_REFUSED"), (await SetByCodeAsync(await MakeCodeAsync(-TimeSpan.FromSeconds(1)))).Outcome);

    [Fact]
    public async Task Another_password_at_the_command_line_ends_all_sessions()
    {
        var tokens = await client.SignInAsync(userName);
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AccountAdministration>().SetPasswordAsync(userName, Another, TestContext.Current.CancellationToken);

        var refreshed = await client.PostAsync("refresh", new { refreshToken = tokens["refreshToken"] });

        Assert.Equal((HttpStatusCode.Unauthorized, "REFRESH_REFUSED"), refreshed.Outcome);
        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync(userName, Another)).Status);
    }

    private const string TooEasy =
        "The password is too easily guessed: it is mostly made of common words, sequences or names. Put some unrelated words together.";

    private Task<string> MakeCodeAsync(TimeSpan lifetime) => host.Services.GetRequiredService<PasswordStore>().MakeCodeAsync(
        user.Id, host.Services.GetRequiredService<TimeProvider>().GetUtcNow() + lifetime, TestContext.Current.CancellationToken);

    private Task<AuthAnswer> SetByCodeAsync(string code, string newPassword = Another) =>
        client.PostAsync("password/code", new { userName, code, newPassword });

    private static Task<GraphQLAnswer> AskAsync(AuthClient asker) => asker.AskAsync(TestProvinces.NamDinh, "{ __typename }");
}
