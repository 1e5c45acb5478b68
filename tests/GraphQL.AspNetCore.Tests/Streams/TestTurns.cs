using System.Collections.Concurrent;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>Counts the turns that users take; the user <c>busy</c> gets every second one only.</summary>
internal sealed class TestTurns
{
    private readonly ConcurrentDictionary<string, Counts> counts = new();

    /// <summary>What a user took, as <c>3 taken, 3 given back, 0 refused</c>.</summary>
    public string Of(string user) => counts[user].ToString();

    public TurnOffer Offer(string user)
    {
        var own = counts.GetOrAdd(user, _ => new Counts());
        return user == "busy" && own.IsRefused()
            ? new TurnOffer(null, new TurnRefusal("TOO_MANY_REQUESTS", "Too many wait.", TimeSpan.FromSeconds(1)))
            : new TurnOffer(own.Take(), null);
    }

    private sealed class Counts
    {
        private int taken;
        private int givenBack;
        private int refused;
        private bool isRefused = true;

        public bool IsRefused()
        {
            isRefused = !isRefused;
            refused += isRefused ? 1 : 0;
            return isRefused;
        }

        public IDisposable Take()
        {
            taken++;
            return new Turn(this);
        }

        public override string ToString() => $"{taken} taken, {givenBack} given back, {refused} refused";

        private sealed class Turn(Counts counts) : IDisposable
        {
            public void Dispose() => counts.givenBack++;
        }
    }
}
