using Modular.Kernel.Postgres.Notifications;

namespace Modular.Kernel.Postgres.Tests.Notifications;

public sealed class DatabaseFeedTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private readonly ChannelFeeds feeds = new();

    [Fact]
    public async Task Whoever_waits_hears_of_their_topic_alone()
    {
        using var ofNamDinh = feeds.Open("36", Long, TimeProvider.System);
        using var ofNinhThuan = feeds.Open("58", Long, TimeProvider.System);

        feeds.Tell("36 one");
        feeds.Tell("58");
        feeds.Tell("36 two words");

        Assert.Equal("one", await NextAsync(ofNamDinh));
        Assert.Equal("two words", await NextAsync(ofNamDinh));
        Assert.Equal("", await NextAsync(ofNinhThuan));
    }

    [Fact]
    public async Task All_are_told_of_a_gap_when_listening_begins_anew()
    {
        using var first = feeds.Open("36", Long, TimeProvider.System);
        using var second = feeds.Open("58", Long, TimeProvider.System);

        feeds.Tell(null);

        Assert.Null(await NextAsync(first));
        Assert.Null(await NextAsync(second));
    }

    [Fact]
    public async Task What_is_more_than_is_kept_for_a_slow_reader_becomes_one_gap()
    {
        using var slow = feeds.Open("36", Long, TimeProvider.System);
        for (var number = 0; number < 1000; number++)
            feeds.Tell($"36 {number}");

        var gap = await NextAsync(slow);
        feeds.Tell("36 after");

        Assert.Null(gap);
        Assert.Equal("after", await NextAsync(slow));
    }

    [Fact]
    public async Task A_gap_is_told_now_and_then_in_any_case()
    {
        using var feed = feeds.Open("36", TimeSpan.FromMilliseconds(1), TimeProvider.System);

        Assert.Null(await NextAsync(feed));
    }

    [Fact]
    public async Task Who_leaves_does_not_wait_any_more()
    {
        using var client = new CancellationTokenSource();
        using var feed = feeds.Open("36", Long, TimeProvider.System);
        var waiting = feed.NextAsync(client.Token).AsTask();

        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task<string?> NextAsync(DatabaseFeed feed) => await feed.NextAsync(TestContext.Current.CancellationToken);
}
