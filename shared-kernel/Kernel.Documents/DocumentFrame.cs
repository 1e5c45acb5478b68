namespace Modular.Kernel.Documents;

/// <summary>What stands around the table of an official form: who issues it and its number above, places and signatures below.</summary>
/// <param name="Above">The lines above the title.</param>
/// <param name="Below">The lines below the table.</param>
public sealed record DocumentFrame(IReadOnlyList<DocumentFrameLine> Above, IReadOnlyList<DocumentFrameLine> Below);

/// <summary>A line beside the table: a text in the middle of the left half, of the page, of the right half. A line without any is a gap.</summary>
/// <param name="Left">In the left half; of a sheet in its first column.</param>
/// <param name="Centre">Across the page; of a sheet in its second column.</param>
/// <param name="Right">In the right half; of a sheet in its last column.</param>
/// <param name="IsBold">Whether it is bold.</param>
public sealed record DocumentFrameLine(string? Left = null, string? Centre = null, string? Right = null, bool IsBold = false);
