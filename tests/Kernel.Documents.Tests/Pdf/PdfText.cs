using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Modular.Kernel.Documents.Tests.Pdf;

/// <summary>Reads the texts of a PDF back, by its table of places and by the table with which each font says which letters its glyphs are.</summary>
internal sealed partial class PdfText
{
    private readonly byte[] bytes;
    private readonly string file;
    private readonly int[] places;
    private readonly Dictionary<string, Dictionary<int, string>> fonts;

    private PdfText(byte[] bytes)
    {
        this.bytes = bytes;
        file = Encoding.Latin1.GetString(bytes);
        var start = int.Parse(Start().Match(file).Groups[1].Value, CultureInfo.InvariantCulture);
        places = [.. Places().Matches(file[start..]).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        fonts = Named(Resources, "Font").ToDictionary(font => font.Key, font => Letters(font.Value));
    }

    private string Resources => Part(Reference(Part(PageNumbers[0]), "Resources"));

    private List<int> PageNumbers
    {
        get
        {
            var catalog = Part(Reference(file[file.LastIndexOf("trailer", StringComparison.Ordinal)..], "Root"));
            var kids = Part(Reference(catalog, "Pages")).Split("/Kids [")[1];
            return [.. References().Matches(kids).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>The texts of each page in the order in which they are drawn, those of its drawings where they are shown.</summary>
    public static List<List<string>> Pages(MemoryStream bytes)
    {
        var text = new PdfText(bytes.ToArray());
        return [.. text.PageNumbers.Select(page => text.Texts(text.Reference(text.Part(page), "Contents")))];
    }

    private List<string> Texts(int number)
    {
        var drawings = Named(Resources, "XObject");
        Dictionary<int, string> letters = [];
        List<string> texts = [];
        foreach (Match operation in Operations().Matches(Encoding.ASCII.GetString(Stream(number))))
        {
            if (operation.Groups["font"].Success)
                letters = fonts[operation.Groups["font"].Value];
            else if (operation.Groups["drawing"].Success)
                texts.AddRange(Texts(drawings[operation.Groups["drawing"].Value]));
            else
                texts.Add(string.Concat(operation.Groups["glyphs"].Value.Chunk(4).Select(glyph => letters[Hex(new string(glyph))])));
        }

        return texts;
    }

    private Dictionary<int, string> Letters(int font)
    {
        var map = Encoding.ASCII.GetString(Stream(Reference(Part(font), "ToUnicode")));
        return Mappings().Matches(map[map.IndexOf("beginbfchar", StringComparison.Ordinal)..]).ToDictionary(match => Hex(match.Groups[1].Value), match => ((char)Hex(match.Groups[2].Value)).ToString());
    }

    private static Dictionary<string, int> Named(string dictionary, string kind)
    {
        var part = dictionary.Split($"/{kind} <<")[1].Split(">>")[0];
        return Names().Matches(part).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    private int Reference(string part, string key) =>
        int.Parse(Regex.Match(part, $"/{key} (\\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    private string Part(int number)
    {
        Assert.StartsWith($"{number} 0 obj\n", file[places[number]..(places[number] + 20)]);
        return file[places[number]..file.IndexOf("endobj", places[number], StringComparison.Ordinal)];
    }

    private byte[] Stream(int number)
    {
        var length = int.Parse(Regex.Match(Part(number), "/Length (\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var start = file.IndexOf("stream\n", places[number], StringComparison.Ordinal) + "stream\n".Length;
        using var unpacked = new MemoryStream();
        using (var packed = new ZLibStream(new MemoryStream(bytes, start, length), CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) \d{5} [nf] \n")]
    private static partial Regex Places();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex References();

    [GeneratedRegex(@"/(\w+) (\d+) 0 R")]
    private static partial Regex Names();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]{4})>\n")]
    private static partial Regex Mappings();

    [GeneratedRegex(@"/(?<font>\w+) [\d.]+ Tf|<(?<glyphs>[0-9A-F]*)> Tj|/(?<drawing>\w+) Do")]
    private static partial Regex Operations();
}
