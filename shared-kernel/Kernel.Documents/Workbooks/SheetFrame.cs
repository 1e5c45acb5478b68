namespace Modular.Kernel.Documents.Workbooks;

/// <summary>The lines around the table of a sheet.</summary>
/// <param name="Above">Above the header, the title among them.</param>
/// <param name="Below">Below the last row.</param>
internal sealed record SheetFrame(IReadOnlyList<DocumentFrameLine> Above, IReadOnlyList<DocumentFrameLine> Below);
