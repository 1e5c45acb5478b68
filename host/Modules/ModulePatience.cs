using System.Runtime.ExceptionServices;

namespace Modular.Host.Modules;

/// <summary>Runs code of modules for which the start of the host has to wait, as long as the patience lasts. A thread that does not come back is left behind.</summary>
internal static class ModulePatience
{
    /// <summary>Runs code on a thread of its own; what it throws is thrown as it is.</summary>
    /// <exception cref="TimeoutException">It has not ended in time.</exception>
    public static T Run<T>(Func<T> code, TimeSpan patience)
    {
        (T Value, ExceptionDispatchInfo? Failure) outcome = default;
        // Not of the pool, which the rest of the start needs; in the background, so that it does not keep the process alive.
        var thread = new Thread(() =>
        {
            try
            {
                outcome = (code(), null);
            }
            catch (Exception failure)
            {
                outcome = (default!, ExceptionDispatchInfo.Capture(failure));
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        if (!thread.Join(patience))
            throw new TimeoutException($"it did not end within {patience.TotalSeconds:0.###} s and was left behind");
        outcome.Failure?.Throw();
        return outcome.Value;
    }
}
