using System.Globalization;
using System.Text;

namespace Modular.Kernel.Documents.Pdf;

/// <summary>What is drawn on a page, as the operators of a PDF; places are measured in points from the upper left corner.</summary>
/// <param name="height">How high the page is.</param>
internal sealed class PageContent(double height)
{
    private readonly StringBuilder operators = new();

    /// <summary>The operators.</summary>
    public byte[] Bytes => Encoding.ASCII.GetBytes(operators.ToString());

    /// <summary>Writes one line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="font">The font.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">The top of its line.</param>
    /// <param name="grey">How light it is, from 0, black, to 1, white.</param>
    public void Text(string text, PageFont font, double left, double top, double grey = 0) => Append(
        $"{grey:0.##} g BT /{font.Font.Name} {font.Size:0.##} Tf {left:0.##} {height - top - font.Baseline:0.##} Td <{font.Font.Encode(text)}> Tj ET\n");

    /// <summary>Writes one line of text whose middle is at a point, turned against the clock.</summary>
    public void TurnedText(string text, PageFont font, double middle, double top, double angle, double grey)
    {
        var (cosine, sine) = (Math.Cos(angle), Math.Sin(angle));
        var half = font.WidthOf(text) / 2;
        Append(
            $"{grey:0.##} g BT /{font.Font.Name} {font.Size:0.##} Tf {cosine:0.####} {sine:0.####} {-sine:0.####} {cosine:0.####} {middle - (half * cosine):0.##} {height - top - (half * sine):0.##} Tm <{font.Font.Encode(text)}> Tj ET\n");
    }

    /// <summary>Draws the edge of a box, and its ground.</summary>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="width">Its width.</param>
    /// <param name="tall">Its height.</param>
    /// <param name="ground">How light its ground is, or null for none.</param>
    public void Box(double left, double top, double width, double tall, double? ground = null)
    {
        var box = string.Create(CultureInfo.InvariantCulture, $"{left:0.##} {height - top - tall:0.##} {width:0.##} {tall:0.##} re");
        if (ground is { } light)
            Append($"0.5 w 0.72 G {light:0.##} g {box} B\n");
        else
            Append($"0.5 w 0.72 G {box} S\n");
    }

    /// <summary>Shows a drawing that is the same on several pages.</summary>
    public void Show(string drawing) => Append($"/{drawing} Do\n");

    private void Append(FormattableString text) => operators.Append(text.ToString(CultureInfo.InvariantCulture));
}
