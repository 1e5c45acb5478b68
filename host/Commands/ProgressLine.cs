using Modular.Kernel.Postgres.Imports;

namespace Modular.Host.Commands;

/// <summary>
/// Shows how far something has come, on standard error: a bar on a terminal, a line every tenth elsewhere. What is over within two
/// seconds shows nothing.
/// </summary>
internal sealed class ProgressLine(string title, TimeProvider clock) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock turn = new();
    private readonly long started = clock.GetTimestamp();
    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private int shownTenths;
    private bool isOpen;

    /// <inheritdoc />
    public void Report(ImportProgress value) => Report(value.Overall);

    /// <summary>Shows a share from 0 to 1.</summary>
    public void Report(double share)
    {
        lock (turn)
        {
            if (clock.GetElapsedTime(started) < Patience)
                return;
            if (isTerminal)
                Draw(share);
            else if ((int)(share * 10) > shownTenths)
                Console.Error.WriteLine($"{title}: {(shownTenths = (int)(share * 10)) * 10} %");
        }
    }

    /// <summary>Leaves the bar behind, so that what is written next has a line of its own.</summary>
    public void Dispose()
    {
        lock (turn)
        {
            if (isOpen)
                Console.Error.WriteLine();
            isOpen = false;
        }
    }

    private void Draw(double share)
    {
        var filled = (int)(share * Width);
        Console.Error.Write($"\r{title} [{new string('#', filled)}{new string('.', Width - filled)}] {share * 100,3:0} %");
        isOpen = true;
    }
}
