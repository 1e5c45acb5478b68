using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Modular.Kernel.Documents.Pdf.Files;

/// <summary>Writes the numbered parts of a PDF (ISO 32000-1) one after the other; a part may be referred to before it is written. Only the places of parts are kept.</summary>
internal sealed class PdfFile
{
    private const int WidthOfPlace = 10;

    private readonly Stream output;
    private readonly List<long> places = [0];
    private long written;

    public PdfFile(Stream output)
    {
        this.output = output;
        // The bytes above ASCII tell programs that this is no text.
        Write("%PDF-1.7\n%"u8);
        Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for a part that is written later.</summary>
    public int Reserve()
    {
        places.Add(0);
        return places.Count - 1;
    }

    /// <summary>Writes a part.</summary>
    public void WriteObject(int number, string content)
    {
        Begin(number);
        Write($"{content}\nendobj\n");
    }

    /// <summary>Writes a part with content of its own, compressed.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="content">The content.</param>
    /// <param name="entries">What else its dictionary says.</param>
    public void WriteStream(int number, ReadOnlySpan<byte> content, string entries)
    {
        using var compressed = new MemoryStream();
        using (var packing = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(content);
        Begin(number);
        Write(string.Create(CultureInfo.InvariantCulture, $"<< /Filter /FlateDecode /Length {compressed.Length} {entries} >>\nstream\n"));
        Write(compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
        Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes where the parts are, and ends the file.</summary>
    /// <param name="root">The part that leads to all others.</param>
    /// <param name="information">The part that says what the document is.</param>
    public void End(int root, int information)
    {
        var start = written;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {places.Count}\n{new string('0', WidthOfPlace)} 65535 f \n"));
        foreach (var place in places.Skip(1))
            Write($"{place.ToString(CultureInfo.InvariantCulture).PadLeft(WidthOfPlace, '0')} 00000 n \n");
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {places.Count} /Root {root} 0 R /Info {information} 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        output.Flush();
    }

    private void Begin(int number)
    {
        places[number] = written;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
    }

    private void Write(string text) => Write(Encoding.ASCII.GetBytes(text));

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        written += bytes.Length;
    }
}
