namespace Modular.Kernel.Postgres.Events;

/// <summary>How events are handed to the modules: the section <c>Events</c> of the configuration.</summary>
public sealed class EventDispatchOptions
{
    /// <summary>How long one attempt at an event may take; a handler that takes longer has failed, whatever it waits for.</summary>
    public TimeSpan HandlerTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often an event is tried before it is parked.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>The pause before the second attempt; each further pause is twice as long.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a dispatcher that heard nothing waits before it looks by itself.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it waits while events are written whose place in the order is not settled, because an older transaction still runs.</summary>
    public TimeSpan PauseWhileUnsettled { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How many events of one province are handled before the next province has its turn.</summary>
    public int BatchSize { get; set; } = 200;
}
