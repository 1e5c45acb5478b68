using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>The payload of a mutation: what changed, the problems, and the client's own mark.</summary>
internal static class MutationPayloads
{
    /// <summary>The mark by which a client recognizes its mutation, in input and payload.</summary>
    public const string ClientMutationId = "clientMutationId";

    /// <summary>The payload and its error union.</summary>
    /// <param name="mutation">The mutation's name.</param>
    /// <param name="success">The fields of what changed.</param>
    /// <param name="problems">The names of the problem types.</param>
    public static IEnumerable<TypeDefinition> Of(string mutation, IEnumerable<FieldDefinition> success, IEnumerable<string> problems)
    {
        var name = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var payload = new ObjectTypeDefinition(name + "Payload")
        {
            Description = $"What `{mutation}` came to: either what changed, or errors.",
            Fields = [.. success],
        };
        payload.Fields.Add(new FieldDefinition("errors", $"[{name}Error!]!")
        {
            Description = "Why nothing was changed; empty on success.",
            Resolver = new ValueResolver<MutationOutcome>(outcome => outcome.Problems),
        });
        payload.Fields.Add(new FieldDefinition(ClientMutationId, "String")
        {
            Description = "What the input gave as `clientMutationId`.",
            Resolver = new ValueResolver<MutationOutcome>(outcome => outcome.ClientMutationId),
        });
        yield return payload;
        yield return new UnionTypeDefinition(name + "Error") { Description = $"What can stand in the way of `{mutation}`.", Members = [.. problems] };
    }

    /// <summary>The field of the input by which a client marks its mutation.</summary>
    public static InputFieldDefinition ClientMutationIdInput() => new(ClientMutationId, "String")
    {
        Description = "A mark of the client's own. It comes back in the payload, and makes a repeated mutation safe where no `Idempotency-Key` header does.",
    };
}
