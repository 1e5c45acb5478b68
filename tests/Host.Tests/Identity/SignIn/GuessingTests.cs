using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity.SignIn;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity.SignIn;

/// <summary>Whoever guesses passwords gets slow, locks nobody out and learns nothing.</summary>
public sealed class GuessingTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private static readonly (HttpStatusCode, string?) Refused = (HttpStatusCode.Unauthorized, "SIGN_IN_REFUSED");
    private static readonly (HttpStatusCode, string?) Later = (HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS");
    private static readonly (HttpStatusCode, string?) SignedIn = (HttpStatusCode.OK, null);

    private readonly TestHost host = fixture.Host;
    private readonly AuthClient client = new(fixture.Host);
    private readonly string userName = $"user-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() => await host.AddUserAsync(userName, TestProvinces.NamDinh);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_name_that_exists_and_one_that_does_not_are_answered_alike_all_the_way()
    {
        var known = await GuessAsync(userName, 8);
        var unknown = await GuessAsync($"nobody-{Guid.NewGuid():N}", 8);

        Assert.Equal([Refused, Refused, Refused, Refused, Refused, Later, Later, Later], known.Select(answer => answer.Outcome));
        Assert.Equal(known.Select(Everything), unknown.Select(Everything));
    }

    [Fact]
    public async Task Thousands_of_wrong_tries_lock_nobody_else_out()
    {
        const int Tries = 10_000;
        var neighbour = $"neighbour-{Guid.NewGuid():N}";
        await host.AddUserAsync(neighbour, TestProvinces.NamDinh);
        var device = (await client.SignInAsync(userName))["deviceToken"];

        var outcomes = new (HttpStatusCode, string?)[Tries];
        await Parallel.ForAsync(0, Tries, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            outcomes[number] = (await client.LogInAsync(number % 2 == 0 ? userName : $"nobody-{number}", "a wrong password")).Outcome);

        Assert.Subset(new HashSet<(HttpStatusCode, string?)> { Refused, Later }, outcomes.ToHashSet());
        Assert.Equal(SignedIn, (await client.LogInAsync(neighbour, TestHost.Password)).Outcome);
        Assert.Equal(SignedIn, (await client.LogInAsync(userName, TestHost.Password, device)).Outcome);
        var owner = await client.LogInAsync(userName, TestHost.Password);
        Assert.True(owner.Outcome == SignedIn || owner.RetryAfter <= TimeSpan.FromSeconds(30), owner.Body.ToJsonString());
    }

    [Fact]
    public async Task Wrong_tries_at_the_same_time_all_count()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.LogInAsync(userName, "a wrong password")));

        Assert.Equal(5, answers.Count(answer => answer.Outcome == Refused));
        Assert.Equal(Later, (await client.LogInAsync(userName, TestHost.Password)).Outcome);
    }

    [Fact]
    public async Task Each_wait_is_twice_the_one_before_up_to_half_a_minute()
    {
        List<double> waits = [];
        await GuessAsync(userName, 5);
        for (var guess = 0; guess < 7; guess++)
        {
            waits.Add((await client.LogInAsync(userName, "a wrong password")).RetryAfter!.Value.TotalSeconds);
            await LetWaitsPassAsync();
            Assert.Equal(Refused, (await client.LogInAsync(userName, "a wrong password")).Outcome);
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
    }

    [Fact]
    public async Task The_owner_signs_in_after_the_wait_and_begins_anew()
    {
        await GuessAsync(userName, 6);
        await LetWaitsPassAsync();

        Assert.Equal(SignedIn, (await client.LogInAsync(userName, TestHost.Password)).Outcome);
        Assert.Equal(Refused, (await GuessAsync(userName, 5))[^1].Outcome);
    }

    [Fact]
    public async Task A_device_on_which_the_owner_has_signed_in_does_not_wait_for_strangers()
    {
        var device = (await client.SignInAsync(userName))["deviceToken"];
        await GuessAsync(userName, 6);

        Assert.Equal(Later, (await client.LogInAsync(userName, TestHost.Password)).Outcome);
        Assert.Equal(SignedIn, (await client.LogInAsync(userName, TestHost.Password, device)).Outcome);
    }

    [Fact]
    public async Task A_known_device_may_guess_no_more_than_a_stranger()
    {
        var device = (await client.SignInAsync(userName))["deviceToken"];
        for (var guess = 0; guess < 5; guess++)
            Assert.Equal(Refused, (await client.LogInAsync(userName, "a wrong password", device)).Outcome);

        Assert.Equal(Later, (await client.LogInAsync(userName, TestHost.Password, device)).Outcome);
    }

    [Fact]
    public async Task The_device_of_another_account_is_a_stranger()
    {
        var other = $"other-{Guid.NewGuid():N}";
        await host.AddUserAsync(other, TestProvinces.NamDinh);
        var device = (await client.SignInAsync(other))["deviceToken"];
        await GuessAsync(userName, 6);

        Assert.Equal(Later, (await client.LogInAsync(userName, TestHost.Password, device)).Outcome);
    }

    [Fact]
    public async Task Strangers_of_many_addresses_wait_for_each_other_once_they_were_wrong_a_hundred_times()
    {
        await client.LogInAsync(userName, "a wrong password");
        await ChangeTriesAsync("failures = case when key = name_key then 99 else 1 end");

        Assert.Equal(Refused, (await client.LogInAsync(userName, "a wrong password")).Outcome);
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "delete from identity.sign_in_attempts where key <> name_key");
        Assert.Equal(Later, (await client.LogInAsync(userName, TestHost.Password)).Outcome);
    }

    [Fact]
    public async Task What_counted_is_forgotten_after_a_day()
    {
        await GuessAsync(userName, 6);
        await ChangeTriesAsync("forgotten_at = now()");

        Assert.Equal(Refused, (await GuessAsync(userName, 5))[^1].Outcome);
    }

    [Fact]
    public async Task A_try_that_found_too_many_waiting_counts_for_nothing()
    {
        var throttle = host.Services.GetRequiredService<SignInThrottle>();
        var guesser = Guesser.Stranger(userName, new Caller("192.0.2.1", "192.0.2.1", Client: null));

        for (var guess = 0; guess < 10; guess++)
        {
            Assert.Null(await throttle.ChargeAsync(guesser, TestContext.Current.CancellationToken));
            await throttle.RefundAsync(guesser, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task No_name_is_kept_of_those_who_tried()
    {
        var name = $"secret-{Guid.NewGuid():N}";
        await client.LogInAsync(name, "a wrong password");

        Assert.Equal(0L, await host.Database.ScalarAsync<long>(
            TestProvinces.NamDinh, "select count(*) from identity.sign_in_attempts a where a::text ilike $1", $"%{name}%"));
    }

    private static (HttpStatusCode, string, TimeSpan?) Everything(AuthAnswer answer) => (answer.Status, answer.Body.ToJsonString(), answer.RetryAfter);

    private async Task<List<AuthAnswer>> GuessAsync(string name, int times)
    {
        List<AuthAnswer> answers = [];
        for (var guess = 0; guess < times; guess++)
            answers.Add(await client.LogInAsync(name, "a wrong password"));
        return answers;
    }

    private Task LetWaitsPassAsync() => ChangeTriesAsync("next_at = now()");

    private Task ChangeTriesAsync(string change) => host.Database.ExecuteAsync(TestProvinces.NamDinh, $"update identity.sign_in_attempts set {change}");
}
