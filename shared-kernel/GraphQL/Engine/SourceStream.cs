using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL;

/// <summary>Opens the stream of events behind a subscription (specification, section 6.2.3.1).</summary>
internal static class SourceStream
{
    public static async ValueTask<IAsyncEnumerable<object?>> OpenAsync(OperationPlan plan, RequestContext context)
    {
        var field = FieldOf(plan);
        if (field.Resolver is not SubscriptionResolver resolver)
            throw new InvalidOperationException($"The resolver of {field.ParentType.Name}.{field.Field.Name} opens no stream of events.");
        var root = new ObjectRows([null], field.ParentType);
        return await resolver.SubscribeAsync(new(field, root, field.GetArguments(context.Variables), context));
    }

    /// <summary>The error with the place of the subscription's field.</summary>
    public static GraphQLError Located(OperationPlan plan, GraphQLError error)
    {
        var field = FieldOf(plan);
        return error.At([field.ResponseName], field.Locations);
    }

    // Validation allows a subscription one root field; it is there, since it may be neither skipped nor left out.
    private static PlannedField FieldOf(OperationPlan plan) => plan.Root.Fields[0];
}
