using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Kernel.Postgres.Events;

/// <summary>
/// Which modules' events this host dispatches, of all hosts that work on the database. It spares them from doing the same work; that no
/// event is handled twice rests on the position, which moves in the handler's own transaction.
/// </summary>
internal sealed class DispatchLock(ConnectionSettings settings) : IAsyncDisposable
{
    private const int LockSpace = 0x6d6f64;

    private readonly SemaphoreSlim turn = new(1);
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private NpgsqlConnection? connection;

    /// <summary>Takes the module, or confirms that it is still held.</summary>
    public async Task<bool> TakeAsync(string module, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            connection ??= await settings.OpenUnpooledAsync("modular/dispatch", cancellationToken);
            var sql = held.Contains(module) ? "select true" : "select pg_try_advisory_lock($1, hashtext($2))";
            await using var command = new NpgsqlCommand(sql, connection);
            if (!held.Contains(module))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = LockSpace });
                command.Parameters.Add(new NpgsqlParameter { Value = module });
            }

            var taken = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (taken)
                held.Add(module);
            return taken;
        }
        catch
        {
            await ForgetAsync();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        turn.Dispose();
    }

    private async Task ForgetAsync()
    {
        held.Clear();
        if (connection is { } lost)
            await lost.DisposeAsync();
        connection = null;
    }
}
