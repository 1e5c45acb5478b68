using System.Collections;
using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A field with code of its own: a method that runs in its module's lane, once for all parents of a level.</summary>
internal sealed class MethodField : UnplannedResolver, IRowField
{
    private readonly string moduleId;
    private readonly MethodTask task;
    private readonly IReadOnlyList<MethodParameter?> parameters;
    private readonly ParentBinding? parents;
    private readonly MethodOutput output;
    private readonly IReadOnlyList<string> permissions;

    public MethodField(
        string moduleId,
        MethodInfo method,
        IReadOnlyList<MethodParameter?> parameters,
        ParentBinding? parents,
        MethodOutput output,
        IReadOnlyList<string> permissions)
    {
        this.moduleId = moduleId;
        task = new MethodTask(method);
        this.parameters = parameters;
        this.parents = parents;
        this.output = output;
        this.permissions = permissions;
    }

    /// <summary>The parents of which the method tells; null for all.</summary>
    public ParentReach? Reach { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs => [.. parents?.Needs ?? [], .. Reach is null ? [] : new[] { Reach.Column }];

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning)
    {
        var slots = parents?.Slots(planning) ?? [];
        return output.Entities is { Table: var table }
            ? new PlannedEntities(this, table.Plan(planning.Planned), slots, Reach?.SlotIn(planning), [.. permissions, .. table.Permissions])
            : new Planned(this, null, slots, Reach?.SlotIn(planning), permissions);
    }

    private object?[] ByParent(object? returned, Rows parentRows, IList parentObjects)
    {
        var values = new object?[parentRows.Count];
        if (returned is IDictionary dictionary)
        {
            for (var index = 0; index < values.Length; index++)
                values[index] = Find(dictionary, parentRows, parentObjects, index) ?? output.WhenMissing;
            return values;
        }

        var list = ((IEnumerable)returned!).Cast<object?>().ToArray();
        return list.Length == values.Length
            ? list
            : throw new InvalidOperationException($"A method returned {list.Length} values for {values.Length} parents.");
    }

    private static object? Find(IDictionary dictionary, Rows parentRows, IList parentObjects, int index)
    {
        var found = dictionary[parentObjects[index]!];
        return found is null && parentRows is ReadRows rows ? dictionary[rows.KeyOf(index)] : found;
    }

    /// <summary>A method whose entities are read anew, so that the fields below are columns.</summary>
    private sealed class PlannedEntities(
        MethodField field, PlannedRows plan, IReadOnlyList<int> slots, int? reach, IReadOnlyList<string> permissions)
        : Planned(field, plan, slots, reach, permissions), IRowSource
    {
        private readonly RowLayout layout = plan.Layout;

        public RowLayout LayoutOf(ObjectType type) => layout;
    }

    private class Planned(MethodField field, PlannedRows? plan, IReadOnlyList<int> slots, int? reach, IReadOnlyList<string> permissions)
        : GuardedResolver(permissions)
    {
        protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var parentObjects = field.parents?.Make(execution.Parents, slots);
            object? returned;
            using (await execution.Kernel().Lanes.EnterAsync(field.moduleId, execution.CancellationToken))
                returned = await PatientCall.CallAsync(field.task, Arguments(execution, parentObjects), execution);
            var values = parentObjects is null ? [returned] : field.ByParent(returned, execution.Parents, parentObjects);
            for (var index = 0; reach is not null && index < values.Length; index++)
            {
                if (!ReachedParents.Has(execution.Parents, reach, index))
                    values[index] = null;
            }

            return await field.output.ShowAsync(execution, plan, values);
        }

        private object?[] Arguments(FieldExecution execution, IList? parentObjects)
        {
            try
            {
                return [.. field.parameters.Select(parameter => parameter is null ? parentObjects : parameter.Value(execution))];
            }
            catch (InputBindingException malformed)
            {
                throw new GraphQLException(malformed.Message, KernelErrorCodes.BadInput);
            }
        }
    }
}
