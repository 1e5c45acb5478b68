using System.Net;
using Modular.Host.Identity.SecondFactor;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity.SecondFactor;

public sealed class SecondFactorTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private static readonly (HttpStatusCode, string?) Required = (HttpStatusCode.Unauthorized, "SECOND_FACTOR_REQUIRED");
    private static readonly (HttpStatusCode, string?) Refused = (HttpStatusCode.Unauthorized, "SECOND_FACTOR_REFUSED");
    private static readonly (HttpStatusCode, string?) SignedIn = (HttpStatusCode.OK, null);

    private readonly TestHost host = fixture.Host;
    private readonly AuthClient client = new(fixture.Host);
    private readonly string userName = $"user-{Guid.NewGuid():N}";
    private TestUser user = null!;

    public async ValueTask InitializeAsync()
    {
        user = await host.AddUserAsync(userName, TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));
        await client.SignInAsync(userName);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_address_for_authenticator_apps_names_issuer_account_and_secret()
    {
        var enrolment = await BeginAsync();

        Assert.Equal(
            $"otpauth://totp/Modular:{userName}?secret={enrolment["secret"]}&issuer=Modular&algorithm=SHA1&digits=6&period=30", enrolment["uri"]);
    }

    [Fact]
    public async Task An_account_with_a_second_factor_signs_in_in_two_steps_or_with_the_code_at_once()
    {
        var secret = await EnrolAsync();

        var first = await client.LogInAsync(userName, TestHost.Password);
        var second = await client.PostAsync("second-factor", new { challenge = first["challenge"], code = CodeOf(secret, 0) });
        await ForgetStepAsync();
        var atOnce = await client.LogInAsync(userName, TestHost.Password, code: CodeOf(secret, 0));

        Assert.Equal((Required, SignedIn, SignedIn), (first.Outcome, second.Outcome, atOnce.Outcome));
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var secret = await EnrolAsync();
        await client.LogInAsync(userName, TestHost.Password, code: CodeOf(secret, 0));

        Assert.Equal(Refused, (await client.LogInAsync(userName, TestHost.Password, code: CodeOf(secret, 0))).Outcome);
    }

    [Fact]
    public async Task Without_the_right_code_the_right_password_is_too_little()
    {
        await EnrolAsync();
        var challenge = (await client.LogInAsync(userName, TestHost.Password))["challenge"];

        for (var guess = 0; guess < 5; guess++)
            Assert.Equal(Refused, (await client.PostAsync("second-factor", new { challenge, code = "000000" })).Outcome);
        var slowed = await client.PostAsync("second-factor", new { challenge, code = "000000" });
        var another = await client.PostAsync("second-factor", new { challenge = "something else", code = "000000" });

        Assert.Equal((HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS"), slowed.Outcome);
        Assert.Equal(Refused, another.Outcome);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_a_lost_authenticator_once()
    {
        var codes = (await ConfirmAsync(await BeginAsync())).Body["recoveryCodes"]!.AsArray().Select(code => (string)code!).ToArray();

        var first = await client.LogInAsync(userName, TestHost.Password, code: codes[3]);
        var again = await client.LogInAsync(userName, TestHost.Password, code: codes[3]);
        var other = await client.LogInAsync(userName, TestHost.Password, code: codes[4].ToLowerInvariant());

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal((SignedIn, Refused, SignedIn), (first.Outcome, again.Outcome, other.Outcome));
    }

    [Fact]
    public async Task A_role_that_demands_a_second_factor_gives_nothing_until_it_is_proven()
    {
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "insert into identity.roles (province_id, id, title, vietnamese_title, requires_second_factor) values (36, 'strict', 'Strict', 'Strict', true) on conflict do nothing");
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "insert into identity.role_permissions (province_id, role_id, permission) values (36, 'strict', $1) on conflict do nothing", RegistersModule.Write);
        await host.GrantAsync(user, TestGrant.OfRole("strict", Modular.Kernel.Access.Reach.Province));
        const string Rights = "{ viewer { permissions secondFactorIsMissing } }";

        var before = await client.AskAsync(TestProvinces.NamDinh, Rights);
        var secret = await EnrolAsync();
        var after = await client.AskAsync(TestProvinces.NamDinh, Rights);
        await ForgetStepAsync();
        client.AccessToken = (await client.LogInAsync(userName, TestHost.Password, code: CodeOf(secret, 0)))["accessToken"];
        var later = await client.AskAsync(TestProvinces.NamDinh, Rights);

        before.HasData("""{"viewer": {"permissions": ["registers.read"], "secondFactorIsMissing": true}}""");
        after.HasData("""{"viewer": {"permissions": ["registers.read", "registers.write"], "secondFactorIsMissing": false}}""");
        later.HasData("""{"viewer": {"permissions": ["registers.read", "registers.write"], "secondFactorIsMissing": false}}""");
    }

    [Fact]
    public async Task Setting_it_up_takes_the_password_and_a_code()
    {
        var wrong = await client.PostAsync("second-factor/enrolment", new { password = "a wrong password" });
        var enrolment = await BeginAsync();
        var unconfirmed = await client.PostAsync("second-factor/confirmation", new { ticket = enrolment["ticket"], code = "000000" });

        Assert.Equal((HttpStatusCode.Unauthorized, "SIGN_IN_REFUSED"), wrong.Outcome);
        Assert.Equal(Refused, unconfirmed.Outcome);
        Assert.Equal(SignedIn, (await client.LogInAsync(userName, TestHost.Password)).Outcome);
    }

    [Fact]
    public async Task Sessions_in_which_it_was_not_proven_end_when_it_is_set_up()
    {
        using var elsewhere = new AuthClient(host);
        await elsewhere.SignInAsync(userName);

        await EnrolAsync();

        Assert.Equal(["UNAUTHENTICATED"], (await elsewhere.AskAsync(TestProvinces.NamDinh, "{ registers }")).ErrorCodes);
        Assert.Empty((await client.AskAsync(TestProvinces.NamDinh, "{ registers }")).ErrorCodes);
    }

    private async Task<AuthAnswer> BeginAsync()
    {
        var enrolment = await client.PostAsync("second-factor/enrolment", new { password = TestHost.Password });
        Assert.Equal(HttpStatusCode.OK, enrolment.Status);
        return enrolment;
    }

    private async Task<AuthAnswer> ConfirmAsync(AuthAnswer enrolment)
    {
        // The code of the step before, so that that of the present one is still to be used.
        var confirmed = await client.PostAsync(
            "second-factor/confirmation", new { ticket = enrolment["ticket"], code = CodeOf(enrolment["secret"]!, -1) });
        Assert.Equal(HttpStatusCode.OK, confirmed.Status);
        return confirmed;
    }

    private async Task<string> EnrolAsync()
    {
        var enrolment = await BeginAsync();
        await ConfirmAsync(enrolment);
        return enrolment["secret"]!;
    }

    private Task ForgetStepAsync() => host.Database.ExecuteAsync(TestProvinces.NamDinh, "update identity.second_factors set last_step = 0");

    private static string CodeOf(string secret, int steps) => TimedCode.At(BytesOf(secret), TimedCode.StepOf(TimeProvider.System.GetUtcNow()) + steps);

    private static byte[] BytesOf(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }
}
