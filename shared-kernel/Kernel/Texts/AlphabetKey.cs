using System.Text;

namespace Modular.Kernel.Texts;

/// <summary>
/// Sort keys by the Vietnamese alphabet. A key has two halves: the letters of the whole text, then the tones of its syllables, so
/// that tones decide only between texts whose letters are the same. A syllable has one tone, wherever it is written: hòa = hoà.
/// </summary>
internal static class AlphabetKey
{
    // The alphabet with the letters of foreign names in their usual places.
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const char EndOfLetters = '!';
    private const char Separator = '#';
    private const char Unknown = '~';

    public static string Of(string text)
    {
        var keys = new StringBuilder(text.Length * 2);
        var tones = new StringBuilder("0");
        var letters = VietnameseLetter.Read(text);
        for (var index = 0; index < letters.Count;)
        {
            if (char.IsAsciiDigit(letters[index].Letter))
            {
                index = AppendNumber(letters, index, keys);
                continue;
            }

            AppendLetter(letters[index], keys, tones);
            index++;
        }

        return keys.Append(EndOfLetters).Append(tones.ToString().TrimEnd('0')).ToString();
    }

    // A number sorts by value: its length stands before its digits, so that "Chi bộ 9" comes before "Chi bộ 10".
    private static int AppendNumber(List<VietnameseLetter> letters, int start, StringBuilder keys)
    {
        var end = start;
        while (end < letters.Count && char.IsAsciiDigit(letters[end].Letter))
            end++;
        var first = start;
        while (first < end && letters[first].Letter == '0')
            first++;
        keys.Append((char)('0' + Math.Min(end - first, 9)));
        for (var index = first; index < end; index++)
            keys.Append(letters[index].Letter);
        return end;
    }

    private static void AppendLetter(VietnameseLetter letter, StringBuilder keys, StringBuilder tones)
    {
        if (!char.IsLetter(letter.Letter))
        {
            keys.Append(Separator);
            tones.Append('0');
            return;
        }

        var lower = char.ToLowerInvariant(letter.Letter);
        var position = Alphabet.IndexOf(lower, StringComparison.Ordinal);
        if (position >= 0)
            keys.Append((char)('A' + position));
        else
            keys.Append(Unknown).Append(lower);
        if (letter.Tone > 0)
            tones[^1] = (char)('0' + letter.Tone);
    }
}
