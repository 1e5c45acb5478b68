using System.Collections.Concurrent;

namespace Modular.Kernel.Postgres.Notifications;

/// <summary>
/// Shares what this host hears in the database among those who wait for it, for instance subscriptions of clients: one listening connection feeds them all. The payload of
/// an announcement is <c>topic</c> or <c>topic detail</c>; whoever waits names the topic.
/// </summary>
public sealed class DatabaseFeeds(DatabaseNotifications notifications, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Lazy<ChannelFeeds>> channels = new(StringComparer.Ordinal);

    /// <summary>Begins to wait for announcements; disposing ends it.</summary>
    /// <param name="channel">The channel of the database.</param>
    /// <param name="topic">What is waited for.</param>
    /// <param name="lookAfter">
    /// How long to wait at most before a gap is told in any case, for what changes without an announcement, such as a host that has died.
    /// </param>
    public DatabaseFeed Open(string channel, string topic, TimeSpan lookAfter)
    {
        // A channel that nobody has asked for yet is listened to from now on; whoever waits is told a gap when that begins.
        var feeds = channels.GetOrAdd(channel, name => new Lazy<ChannelFeeds>(() => Listen(name))).Value;
        return feeds.Open(topic, lookAfter, clock);
    }

    private ChannelFeeds Listen(string channel)
    {
        var feeds = new ChannelFeeds();
        notifications.Subscribe(channel, feeds.Tell);
        return feeds;
    }
}

/// <summary>Those who wait for announcements on one channel, by topic.</summary>
internal sealed class ChannelFeeds
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DatabaseFeed>> feedsByTopic = new(StringComparer.Ordinal);

    public DatabaseFeed Open(string topic, TimeSpan lookAfter, TimeProvider clock)
    {
        var feed = new DatabaseFeed(closed => Close(topic, closed), lookAfter, clock);
        lock (gate)
        {
            if (!feedsByTopic.TryGetValue(topic, out var feeds))
                feedsByTopic.Add(topic, feeds = []);
            feeds.Add(feed);
        }

        return feed;
    }

    /// <summary>Hands an announcement to those whose topic it is; without one, all are told that they may have missed some.</summary>
    public void Tell(string? payload)
    {
        var (topic, detail) = payload?.Split(' ', 2) is [var first, .. var rest] ? (first, rest is [var text] ? text : "") : ("", null);
        lock (gate)
        {
            if (payload is null)
            {
                foreach (var feed in feedsByTopic.Values.SelectMany(feeds => feeds))
                    feed.Hear(null);
                return;
            }

            foreach (var feed in feedsByTopic.GetValueOrDefault(topic) ?? [])
                feed.Hear(detail);
        }
    }

    private void Close(string topic, DatabaseFeed closed)
    {
        lock (gate)
        {
            if (feedsByTopic.TryGetValue(topic, out var feeds) && feeds.Remove(closed) && feeds.Count == 0)
                feedsByTopic.Remove(topic);
        }
    }
}
