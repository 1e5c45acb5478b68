using Modular.GraphQL;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// A subscription: one method opens the stream of events, the other gives the field's value for each of them, in its module's lane. The permissions are asked when the
/// client subscribes and at each event; a client that has lost one is told, and hears nothing more.
/// </summary>
/// <param name="moduleId">The contributing module.</param>
/// <param name="source">Opens the stream.</param>
/// <param name="sourceParameters">What it takes.</param>
/// <param name="task">Gives the value for an event.</param>
/// <param name="parameters">What it takes; null for the event.</param>
/// <param name="output">How the value is shown.</param>
/// <param name="permissions">What the user needs.</param>
internal sealed class SubscriptionField(
    string moduleId,
    SourceMethod source,
    IReadOnlyList<MethodParameter> sourceParameters,
    MethodTask task,
    IReadOnlyList<MethodParameter?> parameters,
    MethodOutput output,
    IReadOnlyList<string> permissions)
    : UnplannedResolver
{
    private readonly MethodOutput output = output;

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning) => output.Entities is { Table: var table }
        ? new PlannedEntities(this, table.Plan(planning.Planned))
        : new Planned(this, plan: null);

    private IAsyncEnumerable<object?> Open(FieldExecution execution) => source.Open(Bind(sourceParameters, execution, message: null));

    private async ValueTask<object?> ValueOfAsync(FieldExecution execution)
    {
        var message = ((ObjectRows)execution.Parents)[0];
        using (await execution.Kernel().Lanes.EnterAsync(moduleId, execution.CancellationToken))
            return await PatientCall.CallAsync(task, Bind(parameters, execution, message), execution);
    }

    private GraphQLError? WhyNot(FieldExecution execution)
    {
        var missing = permissions.FirstOrDefault(permission => !execution.Kernel().Access.Holds(permission));
        return missing is null ? null : GuardedResolver.Forbidden(execution.Planned, missing);
    }

    private static object?[] Bind(IEnumerable<MethodParameter?> parameters, FieldExecution execution, object? message)
    {
        try
        {
            return [.. parameters.Select(parameter => parameter is null ? message : parameter.Value(execution))];
        }
        catch (InputBindingException malformed)
        {
            throw new GraphQLException(malformed.Message, KernelErrorCodes.BadInput);
        }
    }

    /// <summary>A subscription whose events show entities, which are read anew: those that the user may not see are passed over.</summary>
    private sealed class PlannedEntities(SubscriptionField field, PlannedRows plan) : Planned(field, plan), IRowSource
    {
        private readonly RowLayout layout = plan.Layout;

        public RowLayout LayoutOf(ObjectType type) => layout;
    }

    private class Planned(SubscriptionField field, PlannedRows? plan) : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) =>
            field.WhyNot(execution) is { } error ? throw new GraphQLException(error) : new(field.Open(execution));

        public override async ValueTask<Column> ResolveAsync(FieldExecution execution)
        {
            if (field.WhyNot(execution) is { } error)
            {
                execution.Request.EndsSubscription = true;
                throw new GraphQLException(error);
            }

            var value = await field.ValueOfAsync(execution);
            var column = await field.output.ShowAsync(execution, plan, [value]);
            execution.Request.SkipsEvent |= plan is not null && value is not null && column.IsNull(0);
            return column;
        }
    }
}
