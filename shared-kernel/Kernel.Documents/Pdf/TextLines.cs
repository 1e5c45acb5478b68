using Modular.Kernel.Texts;

namespace Modular.Kernel.Documents.Pdf;

/// <summary>Breaks texts into lines: between words, and inside a word that is wider than a line.</summary>
internal static class TextLines
{
    /// <summary>The lines of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="font">The font that it is shown in.</param>
    /// <param name="width">The width of a line in points.</param>
    public static IReadOnlyList<string> Of(string text, PageFont font, double width)
    {
        if (text.Length == 0)
            return [];
        var lines = new List<string>();
        // Letters and their marks may come apart; the font has them in one.
        foreach (var paragraph in VietnameseText.Compose(text).ReplaceLineEndings("\n").Split('\n'))
            Break(paragraph, font, width, lines);
        return lines;
    }

    private static void Break(string paragraph, PageFont font, double width, List<string> lines)
    {
        var rest = paragraph.AsSpan();
        do
        {
            var taken = LettersOfLine(rest, font, width);
            lines.Add(rest[..taken].TrimEnd().ToString());
            rest = rest[taken..].TrimStart(' ');
        }
        while (rest.Length > 0);
    }

    private static int LettersOfLine(ReadOnlySpan<char> text, PageFont font, double width)
    {
        var used = 0.0;
        var lastBlank = 0;
        for (var place = 0; place < text.Length; place++)
        {
            used += font.WidthOf(text.Slice(place, 1));
            if (text[place] == ' ')
                lastBlank = place;
            else if (used > width)
                return lastBlank > 0 ? lastBlank + 1 : WholeLetters(text, Math.Max(place, 1));
        }

        return text.Length;
    }

    // A letter of two halves stays together.
    private static int WholeLetters(ReadOnlySpan<char> text, int count) =>
        count < text.Length && char.IsLowSurrogate(text[count]) ? count + 1 : count;
}
