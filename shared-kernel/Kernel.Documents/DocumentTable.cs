namespace Modular.Kernel.Documents;

/// <summary>A table of a document; its rows follow one after the other.</summary>
/// <param name="Name">What it is called: the name of a sheet, the heading on a page.</param>
/// <param name="Columns">Its columns, at least one.</param>
public sealed record DocumentTable(string Name, IReadOnlyList<DocumentColumn> Columns);

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">Its width in letters; on a page the columns share the width in this proportion.</param>
public sealed record DocumentColumn(string Heading, double Width = DocumentColumn.UsualWidth)
{
    /// <summary>The width of a column of which nothing else is known.</summary>
    public const double UsualWidth = 18;
}
