namespace Modular.GraphQL.AspNetCore;

/// <summary>A user's turn to have an operation executed, or why there is none.</summary>
/// <param name="Turn">To be disposed when the operation has been executed; null where the operation is refused.</param>
/// <param name="Refusal">Why it is refused; null where it is not.</param>
public readonly record struct TurnOffer(IDisposable? Turn, TurnRefusal? Refusal)
{
    /// <summary>A turn for whoever never waits.</summary>
    public static readonly TurnOffer Free = new(NoTurn.Instance, null);

    private sealed class NoTurn : IDisposable
    {
        public static readonly NoTurn Instance = new();

        public void Dispose()
        {
            // Nothing was taken.
        }
    }
}

/// <summary>Why an operation is not executed now; answered with 429 where HTTP can say so.</summary>
/// <param name="Code">The value of <c>extensions.code</c>.</param>
/// <param name="Message">What the client should know.</param>
/// <param name="RetryAfter">When it is worth trying again.</param>
public sealed record TurnRefusal(string Code, string Message, TimeSpan RetryAfter);
