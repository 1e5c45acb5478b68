using System.Buffers.Binary;
using System.Text;

namespace Modular.Kernel.Documents.Pdf.Typefaces;

/// <summary>
/// A typeface with the outlines of some glyphs only, as a document embeds it. Glyphs keep their numbers, so that nothing else has to be told of it.
/// </summary>
internal static class TypefaceSubset
{
    private const int HeaderSize = 12;
    private const int RecordSize = 16;
    private const ushort ArgumentsAreWords = 0x0001;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;

    // What is needed to draw glyphs (PDF 32000-1, 9.9), in the order of their tags.
    private static readonly string[] Tags = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    /// <summary>The file of the typeface with these glyphs and those that they are made of.</summary>
    public static byte[] Of(Typeface typeface, IEnumerable<ushort> glyphs)
    {
        var kept = new SortedSet<ushort>(glyphs) { 0 };
        AddComponents(typeface, kept);

        using var outlines = new MemoryStream();
        var places = new byte[(typeface.GlyphCount + 1) * 4];
        for (var glyph = 0; glyph < typeface.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(glyph * 4), (uint)outlines.Length);
            if (!kept.Contains((ushort)glyph))
                continue;
            outlines.Write(OutlineOf(typeface, (ushort)glyph));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(typeface.GlyphCount * 4), (uint)outlines.Length);
        return Assemble(Tags.Select(tag => (tag, Content: tag switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => places,
            "head" => WithLongOffsets(typeface.Table("head")),
            _ => typeface.Table(tag).ToArray(),
        })).Where(table => table.Content.Length > 0).ToArray());
    }

    private static void AddComponents(Typeface typeface, SortedSet<ushort> kept)
    {
        var open = new Queue<ushort>(kept);
        while (open.TryDequeue(out var glyph))
        {
            foreach (var component in ComponentsOf(OutlineOf(typeface, glyph)))
            {
                if (kept.Add(component))
                    open.Enqueue(component);
            }
        }
    }

    // An accented letter is made of a letter and its accents: a glyph with a negative number of contours.
    private static List<ushort> ComponentsOf(ReadOnlySpan<byte> outline)
    {
        List<ushort> components = [];
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return components;
        var place = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[place..]);
            components.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(place + 2)..]));
            place += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + ScaleSize(flags);
        }
        while ((flags & MoreComponents) != 0);
        return components;
    }

    private static int ScaleSize(ushort flags) =>
        (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;

    private static ReadOnlySpan<byte> OutlineOf(Typeface typeface, ushort glyph)
    {
        var places = typeface.Table("loca");
        return typeface.HasLongOffsets
            ? typeface.Table("glyf")[(int)BinaryPrimitives.ReadUInt32BigEndian(places[(glyph * 4)..])..(int)BinaryPrimitives.ReadUInt32BigEndian(places[((glyph + 1) * 4)..])]
            : typeface.Table("glyf")[(BinaryPrimitives.ReadUInt16BigEndian(places[(glyph * 2)..]) * 2)..(BinaryPrimitives.ReadUInt16BigEndian(places[((glyph + 1) * 2)..]) * 2)];
    }

    private static byte[] WithLongOffsets(ReadOnlySpan<byte> head)
    {
        var changed = head.ToArray();
        BinaryPrimitives.WriteInt16BigEndian(changed.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(8), 0);
        return changed;
    }

    private static byte[] Assemble((string Tag, byte[] Content)[] tables)
    {
        var start = HeaderSize + (tables.Length * RecordSize);
        var file = new byte[start + tables.Sum(table => Padded(table.Content.Length))];
        var power = (int)Math.Log2(tables.Length);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)((1 << power) * RecordSize));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Length - (1 << power)) * RecordSize));
        for (var index = 0; index < tables.Length; index++)
        {
            var (tag, content) = tables[index];
            content.CopyTo(file.AsSpan(start));
            var record = file.AsSpan(HeaderSize + (index * RecordSize));
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Sum(file.AsSpan(start, Padded(content.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)content.Length);
            start += Padded(content.Length);
        }

        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (var place = 0; place < table.Length; place += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[place..]));
        return sum;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;
}
