namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>How the rows of a query become the rows of a file.</summary>
internal sealed record ExportPlan
{
    /// <summary>The list as its path in the schema, for instance <c>organization.members</c>.</summary>
    public required string List { get; init; }

    /// <summary>The keys that lead from the response's data to the list.</summary>
    public required IReadOnlyList<string> ListKeys { get; init; }

    /// <summary>Where a page has its rows and its end.</summary>
    public required PageKeys Page { get; init; }

    /// <summary>The variable that says how many rows a page has.</summary>
    public required string FirstVariable { get; init; }

    /// <summary>The variable that says behind which row a page begins.</summary>
    public required string AfterVariable { get; init; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<ExportColumn> Columns { get; init; }

    /// <summary>The permissions that what is selected takes.</summary>
    public required IReadOnlySet<string> Permissions { get; init; }

    /// <summary>Whether anything that is selected is sensitive personal data.</summary>
    public required bool IsSensitive { get; init; }
}

/// <summary>The keys of a page in the response.</summary>
/// <param name="Rows">Of its rows: <c>nodes</c> or <c>edges</c>.</param>
/// <param name="Node">Of the object in an edge; null where the rows are the objects.</param>
/// <param name="PageInfo">Of where the page stands.</param>
/// <param name="HasNextPage">Of whether there is another.</param>
/// <param name="EndCursor">Of where it ends.</param>
internal sealed record PageKeys(string Rows, string? Node, string PageInfo, string HasNextPage, string EndCursor);

/// <summary>What a column's values are.</summary>
internal enum ColumnForm
{
    Text,
    Number,
    Date,
    Moment,
    YesNo,
    Choice,
}

/// <summary>A column of a file.</summary>
/// <param name="Path">The keys that lead from a row to the value, with dots.</param>
/// <param name="Form">What its values are.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Choices">What is shown for each value of an enumeration; empty for others.</param>
internal sealed record ExportColumn(string Path, ColumnForm Form, string Heading, IReadOnlyDictionary<string, string> Choices)
{
    /// <summary>The path in its parts.</summary>
    public IReadOnlyList<string> Keys { get; } = Path.Split('.');
}
