using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A connection of entities: of all of them, or of those that refer to each parent.</summary>
/// <param name="list">Which entities.</param>
/// <param name="permissions">What the user needs beyond what the entity type takes.</param>
/// <param name="reach">The parents that have the connection; null for all.</param>
internal sealed class ConnectionField(EntityList list, IReadOnlyList<string> permissions, ParentReach? reach) : UnplannedResolver, IRowField
{
    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; } = reach is null ? [] : [reach.Column];

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning)
    {
        var selected = ConnectionSelection.Of(planning.Planned);
        var rows = list.Table.Plan(planning.Schema, selected.NodeSelections);
        return new ConnectionRead(list, rows, selected, (ObjectType)planning.Field.Type.Named, [.. permissions, .. list.Table.Permissions])
        {
            Reach = reach?.SlotIn(planning),
        };
    }
}

/// <summary>What an operation selects of a connection.</summary>
/// <param name="NodeSelections">What it selects of the entities, in all places that show them.</param>
/// <param name="NeedsRows">Whether it needs to know any row.</param>
/// <param name="NeedsNext">Whether it asks if there is more behind the page.</param>
/// <param name="NeedsCursors">Whether it asks for cursors.</param>
/// <param name="NeedsTotal">Whether it asks how many there are in all.</param>
internal sealed record ConnectionSelection(
    IReadOnlyList<PlannedSelection> NodeSelections, bool NeedsRows, bool NeedsNext, bool NeedsCursors, bool NeedsTotal)
{
    public const string Edges = "edges";
    public const string Nodes = "nodes";
    public const string Node = "node";
    public const string Cursor = "cursor";
    public const string PageInfo = "pageInfo";
    public const string TotalCount = "totalCount";
    public const string HasNextPage = "hasNextPage";
    public const string HasPreviousPage = "hasPreviousPage";
    public const string StartCursor = "startCursor";
    public const string EndCursor = "endCursor";

    public static ConnectionSelection Of(PlannedField connection)
    {
        var fields = connection.Selection!.Fields;
        var edges = Under(fields, Edges);
        var pageInfo = Under(fields, PageInfo);
        return new ConnectionSelection(
            [.. Selections(fields, Nodes), .. Selections(edges, Node)],
            NeedsRows: Has(fields, Nodes) || Has(fields, Edges) || Has(fields, PageInfo),
            NeedsNext: Has(pageInfo, HasNextPage) || Has(pageInfo, HasPreviousPage),
            NeedsCursors: Has(edges, Cursor) || Has(pageInfo, StartCursor) || Has(pageInfo, EndCursor),
            NeedsTotal: Has(fields, TotalCount));
    }

    private static IReadOnlyList<PlannedField> Under(IReadOnlyList<PlannedField> fields, string name) =>
        [.. Selections(fields, name).SelectMany(selection => selection.Fields)];

    private static IEnumerable<PlannedSelection> Selections(IReadOnlyList<PlannedField> fields, string name) =>
        fields.Where(field => field.Field.Name == name).Select(field => field.Selection!);

    private static bool Has(IReadOnlyList<PlannedField> fields, string name) => fields.Any(field => field.Field.Name == name);
}
