using System.Buffers.Binary;
using System.Reflection;
using System.Text;

namespace Modular.Kernel.Documents.Pdf.Typefaces;

/// <summary>
/// A TrueType font (OpenType specification, 1.9) as this assembly carries it: which glyph shows a letter, and how wide it is. It is read once for all documents.
/// </summary>
internal sealed class Typeface
{
    private static readonly Lazy<Typeface> LazyRegular = new(() => Load("LiberationSerif-Regular"));
    private static readonly Lazy<Typeface> LazyBold = new(() => Load("LiberationSerif-Bold"));

    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables;
    private readonly ushort[] glyphs;
    private readonly int[] widths;

    private Typeface(string name, byte[] file)
    {
        Name = name;
        this.file = file;
        tables = ReadTables(file);
        var head = Table("head");
        UnitsPerEm = Unsigned(head, 18);
        Bounds = [Scaled(Signed(head, 36)), Scaled(Signed(head, 38)), Scaled(Signed(head, 40)), Scaled(Signed(head, 42))];
        HasLongOffsets = Signed(head, 50) == 1;
        var lines = Table("hhea");
        Ascent = Scaled(Signed(lines, 4));
        Descent = Scaled(Signed(lines, 6));
        GlyphCount = Unsigned(Table("maxp"), 4);
        widths = ReadWidths(Unsigned(lines, 34));
        glyphs = ReadGlyphs();
    }

    /// <summary>The face of texts.</summary>
    public static Typeface Regular => LazyRegular.Value;

    /// <summary>The face of headings.</summary>
    public static Typeface Bold => LazyBold.Value;

    /// <summary>The name in files.</summary>
    public string Name { get; }

    /// <summary>How many glyphs there are.</summary>
    public int GlyphCount { get; }

    /// <summary>Whether the places of glyphs are kept in four bytes each.</summary>
    public bool HasLongOffsets { get; }

    /// <summary>The box that holds every glyph, in thousandths of the font's size: left, bottom, right, top.</summary>
    public IReadOnlyList<int> Bounds { get; }

    /// <summary>How far letters reach above the line, in thousandths of the font's size.</summary>
    public int Ascent { get; }

    /// <summary>How far letters reach below the line, as a negative number, in thousandths of the font's size.</summary>
    public int Descent { get; }

    private int UnitsPerEm { get; }

    /// <summary>The glyph that shows a letter; 0, an empty box, where there is none.</summary>
    public ushort GlyphOf(char letter) => glyphs[letter];

    /// <summary>How wide a glyph is, in thousandths of the font's size.</summary>
    public int WidthOf(ushort glyph) => widths[Math.Min(glyph, widths.Length - 1)];

    /// <summary>A table of the file, empty where it is not there.</summary>
    public ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var range) ? file.AsSpan(range) : [];

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private int[] ReadWidths(int count)
    {
        var metrics = Table("hmtx");
        var read = new int[count];
        for (var glyph = 0; glyph < count; glyph++)
            read[glyph] = Scaled(Unsigned(metrics, glyph * 4));
        return read;
    }

    // Of the maps, the one for Unicode's first plane (platform 3, encoding 1, format 4) has all letters that are written here.
    private ushort[] ReadGlyphs()
    {
        var maps = Table("cmap");
        for (var record = 4; record < 4 + (Unsigned(maps, 2) * 8); record += 8)
        {
            var map = maps[(int)BinaryPrimitives.ReadUInt32BigEndian(maps[(record + 4)..])..];
            if (Unsigned(maps, record) == 3 && Unsigned(maps, record + 2) == 1 && Unsigned(map, 0) == 4)
                return ReadSegments(map);
        }

        throw new InvalidDataException($"{Name} has no map of Unicode letters.");
    }

    private static ushort[] ReadSegments(ReadOnlySpan<byte> map)
    {
        var found = new ushort[char.MaxValue + 1];
        var size = Unsigned(map, 6);
        var (ends, starts, deltas, offsets) = (14, 16 + size, 16 + (2 * size), 16 + (3 * size));
        for (var segment = 0; segment < size; segment += 2)
        {
            var offset = Unsigned(map, offsets + segment);
            for (int letter = Unsigned(map, starts + segment); letter <= Unsigned(map, ends + segment) && letter < char.MaxValue; letter++)
            {
                var place = offsets + segment + offset + (2 * (letter - Unsigned(map, starts + segment)));
                int glyph = offset == 0 ? letter : Unsigned(map, place);
                found[letter] = offset != 0 && glyph == 0 ? (ushort)0 : (ushort)(glyph + Unsigned(map, deltas + segment));
            }
        }

        return found;
    }

    private static Dictionary<string, Range> ReadTables(ReadOnlySpan<byte> file)
    {
        var found = new Dictionary<string, Range>();
        for (var record = 12; record < 12 + (Unsigned(file, 4) * 16); record += 16)
        {
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(file[(record + 8)..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file[(record + 12)..]);
            found[Encoding.ASCII.GetString(file.Slice(record, 4))] = start..(start + length);
        }

        return found;
    }

    private static ushort Unsigned(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadUInt16BigEndian(bytes[place..]);

    private static short Signed(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadInt16BigEndian(bytes[place..]);

    private static Typeface Load(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Fonts/{name}.ttf")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new Typeface(name, bytes);
    }
}
