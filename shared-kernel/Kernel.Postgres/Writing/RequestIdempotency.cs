using System.Security.Cryptography;
using System.Text;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>
/// The idempotency key of the current scope's request. The transport begins it before a mutation runs; the first unit of work
/// of that mutation claims it.
/// </summary>
public sealed class RequestIdempotency
{
    private IdempotencyClaim? pending;

    /// <summary>Announces a mutation that carries a key.</summary>
    /// <param name="key">What the client sent as <c>Idempotency-Key</c> or <c>clientMutationId</c>.</param>
    /// <param name="operation">The mutation, with its place in the response where the document has several.</param>
    /// <param name="input">The coerced input in a stable form; only its hash is kept.</param>
    public void Begin(string key, string operation, string input)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(operation);
        pending = new IdempotencyClaim(key, operation, SHA256.HashData(Encoding.UTF8.GetBytes(input)));
    }

    /// <summary>Announces a mutation without a key.</summary>
    public void End() => pending = null;

    internal IdempotencyClaim? Claim()
    {
        var claimed = pending;
        pending = null;
        return claimed;
    }
}

/// <summary>What identifies one mutation of one client.</summary>
internal sealed record IdempotencyClaim(string Key, string Operation, byte[] InputHash);
