using System.Text;

namespace Modular.Kernel.Texts;

/// <summary>
/// Vietnamese names for machines: a key to search with and without diacritics, and a key to sort as Vietnamese lists do. Both are
/// computed here, and not by the database's collations, so that every host, index and import agrees.
/// </summary>
public static class VietnameseText
{
    /// <summary>
    /// The form in which texts are searched: without diacritics, lower case, runs of other characters than letters and digits as one
    /// space. <c>Nguyễn Văn Ánh</c> and <c>nguyen  van anh</c> give <c>nguyen van anh</c>; đ gives d.
    /// </summary>
    public static string SearchKey(string text)
    {
        var key = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in VietnameseLetter.Read(text))
        {
            if (!char.IsLetterOrDigit(letter.Letter))
            {
                gap = key.Length > 0;
                continue;
            }

            if (gap)
                key.Append(' ');
            gap = false;
            key.Append(letter.Plain);
        }

        return key.ToString();
    }

    /// <summary>Composed letters, no space at the ends and one between words: how names are stored.</summary>
    public static string Clean(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var letter in VietnameseLetter.Read(text))
        {
            if (!char.IsWhiteSpace(letter.Letter))
                composed.Append(letter.Character);
            else if (composed.Length > 0 && composed[^1] != ' ')
                composed.Append(' ');
        }

        return composed.ToString().TrimEnd();
    }

    /// <summary>The same text with composed letters, however it was typed: what is compared of passwords.</summary>
    public static string Compose(string text) => string.Concat(VietnameseLetter.Read(text).Select(letter => letter.Character));

    /// <summary>
    /// The key by which Vietnamese lists sort people, to be compared byte by byte: given name first, then family name, then the
    /// middle names; letters in the order of the Vietnamese alphabet (a ă â b c d đ e ê …), tones last (ngang huyền hỏi ngã sắc nặng).
    /// </summary>
    public static string NameSortKey(string fullName)
    {
        var words = Clean(fullName).Split(' ');
        return words.Length == 1
            ? AlphabetKey.Of(words[0])
            : AlphabetKey.Of(string.Join(' ', [words[^1], words[0], .. words[1..^1]]));
    }

    /// <summary>The key by which other texts sort: from the first word on, by the Vietnamese alphabet and tones, numbers by value.</summary>
    public static string SortKey(string text) => AlphabetKey.Of(Clean(text));
}
