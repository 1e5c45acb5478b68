using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// The parents that a field's own permission reaches: those of the others show nothing. Which they are is told by one more column of
/// the parents' own statement, so that no further one is needed.
/// </summary>
internal sealed class ParentReach
{
    private ParentReach(string permission, ReadScope place) => Column = RowColumn.Of(
        $"reached by {permission}", ValueKind.Of(typeof(bool))!, static _ => Sql.Text("true"), permission, place);

    /// <summary>True where the permission reaches the row, else null.</summary>
    public RowColumn Column { get; }

    /// <summary>The reach of a permission that a field takes beyond its type; null where it does not differ from row to row.</summary>
    /// <param name="parent">The entity type that has the field; null for roots and C# objects.</param>
    /// <param name="permission">The permission; null where the field takes none.</param>
    public static ParentReach? Of(EntityTable? parent, string? permission) =>
        permission is null || parent?.Table.Place is not { } place || parent.Permissions.Contains(permission)
            ? null
            : new ParentReach(permission, place);

    /// <summary>Finds the column in the parents' rows of an operation.</summary>
    public int SlotIn(FieldPlanning planning) => planning.RowSource().LayoutOf(planning.ParentType).SlotOf(Column);
}

/// <summary>Which parents of an execution a permission reaches.</summary>
internal static class ReachedParents
{
    /// <summary>Whether the parent is reached.</summary>
    /// <param name="parents">The parents.</param>
    /// <param name="slot">The column of <see cref="ParentReach"/>; null where all are reached.</param>
    /// <param name="index">The parent.</param>
    public static bool Has(Rows parents, int? slot, int index) =>
        slot is not { } column || (parents is ReadRows rows && !rows.Result[column].IsNull(rows.RowOf(index)));

    /// <summary>The keys of all parents; of those that are not reached a key that nothing has.</summary>
    public static Guid[] Keys(Rows parents, int? slot)
    {
        var keys = ((ReadRows)parents).Keys();
        for (var index = 0; slot is not null && index < keys.Length; index++)
        {
            if (!Has(parents, slot, index))
                keys[index] = Guid.Empty;
        }

        return keys;
    }
}
