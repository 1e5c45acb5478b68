namespace Modular.GraphQL.Language;

/// <summary>A place in a document as people and error messages name it.</summary>
/// <param name="Line">The line, counted from 1; a line ends at LF, CR or CR LF.</param>
/// <param name="Column">The column, counted from 1 in UTF-16 code units, as graphql-js and editors count.</param>
public readonly record struct SourceLocation(int Line, int Column);
