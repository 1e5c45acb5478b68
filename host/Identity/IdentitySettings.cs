using System.Globalization;
using Modular.Host.Startup;

namespace Modular.Host.Identity;

/// <summary>Settings under <c>Identity</c>.</summary>
internal sealed class IdentitySettings
{
    /// <summary>Wrong tries.</summary>
    public SignInOptions SignIn { get; set; } = new();

    /// <summary>Sessions.</summary>
    public SessionOptions Sessions { get; set; } = new();

    /// <summary>Second factors.</summary>
    public SecondFactorOptions SecondFactor { get; set; } = new();

    /// <summary>How many iterations of PBKDF2 with SHA-512 a hash of a password takes; OWASP recommends 210,000.</summary>
    public int PasswordHashIterations { get; set; } = 210_000;

    /// <summary>How long a code is good with which an account gets its first password, or another one.</summary>
    public TimeSpan OneTimeCodeLifetime { get; set; } = TimeSpan.FromHours(72);

    /// <summary>The longest life of a key of a service account.</summary>
    public TimeSpan ServiceKeyLifetime { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Looks whether the settings make sense.</summary>
    /// <exception cref="HostRefusedToStartException">One does not; the message names it.</exception>
    public IdentitySettings Checked()
    {
        const int FewestIterations = 1000;
        Require(PasswordHashIterations >= FewestIterations, nameof(PasswordHashIterations), string.Create(CultureInfo.InvariantCulture, $"be {FewestIterations} or more"));
        Require(OneTimeCodeLifetime > TimeSpan.Zero, nameof(OneTimeCodeLifetime), "be longer than nothing");
        Require(ServiceKeyLifetime >= TimeSpan.FromDays(1), nameof(ServiceKeyLifetime), "be a day or longer");
        Require(SignIn.FreeTries >= 1, "SignIn:FreeTries", "be 1 or more");
        Require(SignIn.FreeTriesOfAll >= SignIn.FreeTries, "SignIn:FreeTriesOfAll", "be at least SignIn:FreeTries");
        Require(SignIn.ComparisonsPerAddress >= 1, "SignIn:ComparisonsPerAddress", "be 1 or more");
        Require(SignIn.WaitingPerAddress >= 0, "SignIn:WaitingPerAddress", "be 0 or more");
        Require(Sessions.IdleLifetime > TimeSpan.Zero, "Sessions:IdleLifetime", "be longer than nothing");
        Require(Sessions.Lifetime >= Sessions.IdleLifetime, "Sessions:Lifetime", "be at least Sessions:IdleLifetime");
        Require(Sessions.RepeatWithin >= TimeSpan.Zero, "Sessions:RepeatWithin", "not be negative");
        return this;
    }

    private static void Require(bool isRight, string name, string rule)
    {
        if (!isRight)
            throw new HostRefusedToStartException($"The setting Identity:{name} must {rule}.");
    }
}

/// <summary>Settings under <c>Identity:SignIn</c>; decision 0019 says what each is for.</summary>
internal sealed class SignInOptions
{
    /// <summary>Wrong tries for a name from one address, or of one device, before waits begin.</summary>
    public int FreeTries { get; set; } = 5;

    /// <summary>Wrong tries for a name from all addresses together before strangers have to wait for each other.</summary>
    public int FreeTriesOfAll { get; set; } = 100;

    /// <summary>The longest wait; the first is a second, and each is twice the one before.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait after wrong second factors: whoever gets that far has the password.</summary>
    public TimeSpan LongestSecondFactorWait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>For how long a wrong try counts.</summary>
    public TimeSpan RememberedFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many passwords of one address are compared at a time.</summary>
    public int ComparisonsPerAddress { get; set; } = 1;

    /// <summary>How many more of one address may wait for their turn.</summary>
    public int WaitingPerAddress { get; set; } = 50;

    /// <summary>For how long a device on which an account has signed in is known.</summary>
    public TimeSpan DeviceLifetime { get; set; } = TimeSpan.FromDays(180);
}

/// <summary>Settings under <c>Identity:Sessions</c>.</summary>
internal sealed class SessionOptions
{
    /// <summary>After how long without a refresh a session ends.</summary>
    public TimeSpan IdleLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>After how long a session ends in any case.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Within which time the latest but one refresh token is taken as a repeated request whose answer was lost, and not as stolen.</summary>
    public TimeSpan RepeatWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long ended sessions stay listed.</summary>
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(30);
}

/// <summary>Settings under <c>Identity:SecondFactor</c>.</summary>
internal sealed class SecondFactorOptions
{
    /// <summary>What authenticator apps show as the place where the account is.</summary>
    public string Issuer { get; set; } = "Modular";

    /// <summary>Whether the default roles of a new province that reach over many records demand a second factor from the start.</summary>
    public bool InNewProvinces { get; set; } = true;
}
