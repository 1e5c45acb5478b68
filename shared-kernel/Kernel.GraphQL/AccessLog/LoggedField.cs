using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// A field of sensitive personal data: what it shows is written to the log before it is shown. Every field that is declared sensitive becomes one at
/// composition, whatever resolves it.
/// </summary>
/// <param name="inner">Resolves the field.</param>
/// <param name="permissions">The permissions that the field takes; who lacks one is shown nothing, of which there is nothing to log.</param>
/// <param name="subject">The column that tells whose data it is; null where the object itself is the subject.</param>
internal sealed class LoggedField(FieldResolver inner, IReadOnlyList<string> permissions, RowColumn? subject) : UnplannedResolver, IRowField
{
    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; } = [.. inner is IRowField row ? row.Needs : [], .. subject is null ? [] : new[] { subject }];

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning)
    {
        var slot = subject is null || planning.ParentResolver is not IRowSource source ? (int?)null : source.LayoutOf(planning.ParentType).SlotOf(subject);
        var planned = inner.Plan(planning);
        return planned is IRowSource rows ? new LoggedRows(planned, rows, permissions, slot) : new Logged(planned, permissions, slot);
    }

    private class Logged(FieldResolver planned, IReadOnlyList<string> permissions, int? slot) : FieldResolver
    {
        public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        {
            var access = execution.Kernel().Access;
            return permissions.All(access.Holds) ? ResolveLoggedAsync(execution) : planned.ResolveAsync(execution);
        }

        private async ValueTask<Column> ResolveLoggedAsync(FieldExecution execution)
        {
            var resolving = planned.ResolveAsync(execution).AsTask();
            // What is there already tells which objects show a value; of what comes later all count, since the row goes out with this level.
            var shown = resolving.IsCompletedSuccessfully ? await resolving : null;
            var logged = execution.Kernel().Log.NoteAsync(
                execution.Planned, new ShownObjects(execution.Parents, slot, shown), permissions.Count > 0 ? permissions[0] : null);
            var column = shown ?? await resolving;
            await logged;
            return column;
        }
    }

    /// <summary>A field that shows rows, whose own fields are planned by their layout.</summary>
    private sealed class LoggedRows(FieldResolver planned, IRowSource rows, IReadOnlyList<string> permissions, int? slot)
        : Logged(planned, permissions, slot), IRowSource
    {
        public RowLayout LayoutOf(ObjectType type) => rows.LayoutOf(type);
    }
}
