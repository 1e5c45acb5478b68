using System.Runtime.CompilerServices;

namespace Modular.TestKit;

/// <summary>
/// Waits for what other threads and processes bring about. How long that takes is asserted by nobody, but what has not come in a time that is ample for any machine
/// does not come, and a test that waits for it in vain says so instead of holding up the whole run.
/// </summary>
public static class Patience
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">It did not come to be; the message holds the condition.</exception>
    public static Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string awaited = "") =>
        UntilAsync(() => Task.FromResult(condition()), awaited);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string awaited = "")
    {
        var clock = TimeProvider.System;
        for (var began = clock.GetTimestamp(); !await condition();)
        {
            if (clock.GetElapsedTime(began) > Ample)
                throw new TimeoutException($"In {Ample.TotalMinutes:0} minutes it did not become true that {awaited}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits for what a task brings.</summary>
    /// <exception cref="TimeoutException">It did not bring it.</exception>
    public static Task<T> PatientlyAsync<T>(this Task<T> task) => task.WaitAsync(Ample);

    /// <inheritdoc cref="PatientlyAsync{T}(Task{T})"/>
    public static Task PatientlyAsync(this Task task) => task.WaitAsync(Ample);
}
