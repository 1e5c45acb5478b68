namespace Modular.Host.Tests;

/// <summary>A clock whose one timer rings when the test says so.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly TaskCompletionSource<Action> made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Action> Made => made.Task;

    public TimeSpan Period { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Period = period;
        made.SetResult(() => callback(state));
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
