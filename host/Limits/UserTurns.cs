using System.Collections.Concurrent;

namespace Modular.Host.Limits;

/// <summary>
/// How many operations of one user are executed at a time on this host. Some more wait for their turn; whoever asks for still more is refused, so that
/// one user's loop is nobody else's trouble.
/// </summary>
internal sealed class UserTurns(LimitOptions limits)
{
    // One small entry stays for each account that was ever active; accounts are made by administrators only.
    private readonly ConcurrentDictionary<Guid, Turns> users = new();

    /// <summary>Waits for the user's turn.</summary>
    /// <returns>To be disposed when the operation has been executed; null where too many wait already.</returns>
    /// <exception cref="OperationCanceledException">Whoever waited has gone.</exception>
    public ValueTask<IDisposable?> TakeAsync(Guid user, CancellationToken cancellationToken)
    {
        if (!users.TryGetValue(user, out var turns))
            turns = users.GetOrAdd(user, _ => new Turns(limits.ConcurrentOperations, limits.WaitingOperations));
        return turns.TakeAsync(cancellationToken);
    }

    /// <summary>The turns of one user. Whoever waits gets the turn of whoever ends, the first first.</summary>
    private sealed class Turns(int most, int mostWaiting)
    {
        private readonly Lock gate = new();
        private readonly LinkedList<TaskCompletionSource<IDisposable?>> waiting = new();
        private int taken;

        public ValueTask<IDisposable?> TakeAsync(CancellationToken cancellationToken)
        {
            LinkedListNode<TaskCompletionSource<IDisposable?>> place;
            lock (gate)
            {
                if (taken < most)
                {
                    taken++;
                    return new(new Turn(this));
                }

                if (waiting.Count >= mostWaiting)
                    return default;
                // What follows must not run on the thread of whoever ends, under the lock.
                place = waiting.AddLast(new TaskCompletionSource<IDisposable?>(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return WaitAsync(place, cancellationToken);
        }

        private async ValueTask<IDisposable?> WaitAsync(LinkedListNode<TaskCompletionSource<IDisposable?>> place, CancellationToken cancellationToken)
        {
            using var leaving = cancellationToken.UnsafeRegister(_ => Leave(place, cancellationToken), null);
            return await place.Value.Task;
        }

        // Whoever was given the turn in the same moment has it, and gives it back as always.
        private void Leave(LinkedListNode<TaskCompletionSource<IDisposable?>> place, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                if (place.List is null)
                    return;
                waiting.Remove(place);
            }

            place.Value.SetCanceled(cancellationToken);
        }

        private void Pass()
        {
            lock (gate)
            {
                if (waiting.First is not { } next)
                {
                    taken--;
                    return;
                }

                waiting.RemoveFirst();
                next.Value.SetResult(new Turn(this));
            }
        }

        private sealed class Turn(Turns turns) : IDisposable
        {
            private Turns? turns = turns;

            public void Dispose() => Interlocked.Exchange(ref turns, null)?.Pass();
        }
    }
}
