using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>A change that an attacker may make in their own branch.</summary>
/// <param name="Mutation">The mutation.</param>
/// <param name="MakeInput">Makes what it needs, and the input. Every place of an id in the input's type is filled.</param>
internal sealed record MutationCase(string Mutation, Func<Attacker, Task<object>> MakeInput)
{
    /// <summary>The code of the problem that even the attacker's own object meets; null where the change is made.</summary>
    public string? Meets { get; init; }

    /// <summary>The code of the problem that somebody meets whose rights end below the province; null where it is the same as for others.</summary>
    public string? MeetsInABranch { get; init; }
}
