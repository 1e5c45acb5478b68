using Modular.Kernel.Documents.Pdf.Typefaces;

namespace Modular.Kernel.Documents.Pdf;

/// <summary>A font in a size.</summary>
/// <param name="Font">The font.</param>
/// <param name="Size">The size in points.</param>
internal sealed record PageFont(DocumentFont Font, double Size)
{
    private const double LineSpacing = 1.2;

    /// <summary>The distance from line to line, in points.</summary>
    public double LineHeight => Size * LineSpacing;

    /// <summary>How far below the top of its line a text stands, in points.</summary>
    public double Baseline => (Size * Font.Ascent) + ((LineHeight - Size) / 2);

    /// <summary>How wide a text is, in points.</summary>
    public double WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += Font.WidthOf(letter);
        return width * Size;
    }
}
