namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Lets a few imports of this host run at a time, so that the others of a busy day leave the database to those who read.</summary>
internal sealed class ImportTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(2);

    /// <summary>Waits for a turn, which ends when the answer is disposed.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        return new Turn(turns);
    }

    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
