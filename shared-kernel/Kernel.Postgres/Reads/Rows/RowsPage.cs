namespace Modular.Kernel.Postgres.Reads;

/// <summary>Which rows of a table a request wants, in which order. Values are apart, in <see cref="ReadValues.Slots"/>.</summary>
internal sealed class RowsPage
{
    /// <summary>What keeps rows in: filter, search, the day on which they hold.</summary>
    public IReadOnlyList<RowCondition> Conditions { get; init; } = [];

    /// <summary>How rows belong to parents; null for a list of all.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>The day of the tree by which rows of organizations below the parent belong too; null where they do not.</summary>
    public SqlPart? TreeDay { get; init; }

    /// <summary>Whether rows are seen because their parents are, which is not so of rows of other organizations than the parent.</summary>
    public bool IsSeenWithParent => Parent is { IsTheScope: true } && TreeDay is null;

    /// <summary>The organization at or below which all rows of a list without parents are; null where there is none.</summary>
    public OrganizationCondition? Subtree => Parent is null ? Conditions.Select(condition => condition.Subtree).FirstOrDefault(subtree => subtree is not null) : null;

    /// <summary>The condition that can tell the few rows that are kept; null where there is none. A parent's own rows are few themselves.</summary>
    public SqlCondition? Few => Parent is null || TreeDay is not null ? Conditions.Select(condition => condition.Few).FirstOrDefault(few => few is not null) : null;

    /// <summary>The order in which rows are read (the reverse of what is shown for a page from the end), without the key.</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = [];

    /// <summary>The direction of the key, which decides between rows that are equal otherwise.</summary>
    public bool KeyDescending { get; init; }

    /// <summary>The place behind which the page begins, in the order of reading; null for its beginning.</summary>
    public RowCondition? After { get; init; }

    /// <summary>Whether the values of the order are selected too, to make cursors of them.</summary>
    public bool Cursors { get; init; }

    /// <summary>What the text of a count depends on.</summary>
    public string FilterShape => $"{Parent?.Column}{(IsSeenWithParent ? "!" : "")}/{TreeDay?.GetType().Name}/{string.Concat(Conditions.Select(condition => condition.Shape))}";

    /// <summary>What the text of a page depends on.</summary>
    public string Shape => $"{FilterShape}/{string.Join(',', Sort)}{(KeyDescending ? '-' : '+')}{After?.Shape}{(Cursors ? "c" : "")}";
}
