namespace Modular.GraphQL.Execution;

/// <summary>Resolves a field of the subscription root: opens the stream of events, and takes the field's value from each event.</summary>
public abstract class SubscriptionResolver : FieldResolver
{
    /// <summary>Opens the stream. Its enumerator is given a token that is cancelled when the client leaves.</summary>
    /// <exception cref="GraphQLException">The client may not subscribe, or not like that.</exception>
    public abstract ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution);

    /// <summary>The field's value for an event, which is the one parent: by default the event itself.</summary>
    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        => new(ObjectColumns.From([((ObjectRows)execution.Parents)[0]], execution.Planned.Field.Type, execution.Planned.Schema));
}
