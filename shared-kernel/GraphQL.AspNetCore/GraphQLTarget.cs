using Microsoft.AspNetCore.Http;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.AspNetCore;

/// <summary>What a request is executed against.</summary>
/// <param name="Schema">The schema that the request is pinned to.</param>
/// <param name="Request">What belongs to the request, for resolvers; its token should be cancelled with the HTTP request.</param>
public sealed record GraphQLTarget(Schema Schema, RequestContext Request)
{
    /// <summary>Which persisted documents are open to the request; all trusted ones, and no registering, unless the host says otherwise.</summary>
    public DocumentScope Documents { get; init; } = DocumentScope.TrustedAndText;

    /// <summary>Waits until it is the user's turn to have an operation executed; or tells why it is not executed now. Unless the host says otherwise, nobody waits.</summary>
    public Func<CancellationToken, ValueTask<TurnOffer>> TakeTurn { get; init; } = _ => new(TurnOffer.Free);

    /// <summary>What is disposed as soon as the operation has been executed, ahead of sending its response; absent where there is nothing.</summary>
    public IAsyncDisposable? Resources { get; init; }
}

/// <summary>Tells what a request is executed against: the host finds out which province is asked and who asks. It is called before the
/// body is read, so that nobody uploads what will not be used.</summary>
/// <param name="context">The HTTP request.</param>
/// <returns>The target; absent when the request has been answered already, for instance with 401 or 404.</returns>
public delegate ValueTask<GraphQLTarget?> GraphQLTargetFinder(HttpContext context);
