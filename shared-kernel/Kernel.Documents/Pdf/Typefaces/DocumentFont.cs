using System.Globalization;
using System.Text;
using Modular.Kernel.Documents.Pdf.Files;

namespace Modular.Kernel.Documents.Pdf.Typefaces;

/// <summary>A typeface as one document uses it; it remembers which glyphs it has shown, because only those are embedded.</summary>
/// <param name="typeface">The typeface.</param>
/// <param name="name">Its name on pages.</param>
internal sealed class DocumentFont(Typeface typeface, string name)
{
    private const int MappingsAtOnce = 100;
    private const int WidthOfStems = 80;
    private const int SymbolicGlyphs = 4;
    private const char NoLetter = '\uFFFD';

    private readonly SortedDictionary<ushort, char> used = new() { [0] = NoLetter };

    /// <summary>Its name on pages.</summary>
    public string Name => name;

    /// <summary>How far letters reach above the line, in shares of the font's size.</summary>
    public double Ascent => typeface.Ascent / 1000.0;

    /// <summary>How wide a letter is, in shares of the font's size.</summary>
    public double WidthOf(char letter) => char.IsLowSurrogate(letter) ? 0 : typeface.WidthOf(typeface.GlyphOf(letter)) / 1000.0;

    /// <summary>The text as the numbers of its glyphs, in hexadecimal digits.</summary>
    public string Encode(ReadOnlySpan<char> text)
    {
        var digits = new StringBuilder(text.Length * 4);
        foreach (var letter in text)
        {
            // The typeface has no letters of two halves: both halves are one empty box.
            if (char.IsLowSurrogate(letter))
                continue;
            var glyph = typeface.GlyphOf(letter);
            if (glyph != 0)
                used.TryAdd(glyph, letter);
            digits.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return digits.ToString();
    }

    /// <summary>Writes the font with what was used of it, as a composite font (PDF 32000-1, 9.7).</summary>
    /// <param name="file">The document.</param>
    /// <param name="number">The number under which pages know it.</param>
    public void Write(PdfFile file, int number)
    {
        var embedded = $"MODULR+{typeface.Name}";
        var (outlines, letters, descriptor, descendant) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var subset = TypefaceSubset.Of(typeface, used.Keys);
        file.WriteStream(outlines, subset, string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"));
        file.WriteStream(letters, Encoding.ASCII.GetBytes(Letters()), "");
        file.WriteObject(descriptor, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{embedded} /Flags {SymbolicGlyphs} /FontBBox [{string.Join(' ', typeface.Bounds)}] /ItalicAngle 0 /Ascent {typeface.Ascent} /Descent {typeface.Descent} /CapHeight {typeface.Ascent} /StemV {WidthOfStems} /FontFile2 {outlines} 0 R >>"));
        file.WriteObject(descendant, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{embedded} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 1000 /W [{Widths()}] >>"));
        file.WriteObject(number, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{embedded} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {letters} 0 R >>"));
    }

    private string Widths() =>
        string.Join(' ', used.Keys.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph} [{typeface.WidthOf(glyph)}]")));

    // Which letters the glyphs are, for whoever searches in a document or copies from it.
    private string Letters()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var some in used.Chunk(MappingsAtOnce))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, letter) in some)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)letter:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
