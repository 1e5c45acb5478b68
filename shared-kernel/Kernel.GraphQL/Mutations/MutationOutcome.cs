using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL;

/// <summary>What a mutation came to: the object of its payload.</summary>
/// <param name="Value">What the success gave; null on failure.</param>
/// <param name="Problems">The problems; empty on success.</param>
/// <param name="ClientMutationId">What the client sent to recognize its mutation.</param>
internal sealed record MutationOutcome(object? Value, IReadOnlyList<Problem> Problems, string? ClientMutationId)
{
    /// <summary>Takes a <see cref="Result{T}"/> apart.</summary>
    public static MutationOutcome Of<T>(Result<T> result, string? clientMutationId) => result.Succeeded
        ? new MutationOutcome(result.Value, [], clientMutationId)
        : new MutationOutcome(null, result.Problems, clientMutationId);
}
