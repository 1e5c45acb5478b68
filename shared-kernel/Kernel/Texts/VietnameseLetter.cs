using System.Collections.Frozen;

namespace Modular.Kernel.Texts;

/// <summary>
/// One letter of a text as Vietnamese sees it: the letter of the alphabet and the tone on it. Text arrives composed or decomposed,
/// depending on who typed it where; both read the same here. The table is ours so that hosts do not depend on the machine's ICU.
/// </summary>
/// <param name="Letter">The letter without tone, in the case of the text (a, ă, â …), or any other character.</param>
/// <param name="Tone">0 none (ngang), then huyền, hỏi, ngã, sắc, nặng.</param>
internal readonly record struct VietnameseLetter(char Letter, int Tone)
{
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    private static readonly string[] TonedForms =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ];

    private static readonly FrozenDictionary<char, VietnameseLetter> Decomposed = TonedForms
        .Concat(TonedForms.Select(forms => forms.ToUpperInvariant()))
        .SelectMany(forms => forms.Select((form, tone) => (form, letter: new VietnameseLetter(forms[0], tone))))
        .ToFrozenDictionary(entry => entry.form, entry => entry.letter);

    private static readonly FrozenDictionary<VietnameseLetter, char> Composed =
        Decomposed.ToFrozenDictionary(entry => entry.Value, entry => entry.Key);

    /// <summary>The letter with its tone as one character.</summary>
    public char Character => Composed.GetValueOrDefault(this, Letter);

    /// <summary>The plain Latin letter in lower case: without tone and without the marks of ă â đ ê ô ơ ư.</summary>
    public char Plain => char.ToLowerInvariant(Letter) switch
    {
        'ă' or 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        var letter => letter,
    };

    /// <summary>Reads the letters of a text. Combining marks join the letter before them; marks that Vietnamese does not know are dropped.</summary>
    public static List<VietnameseLetter> Read(string text)
    {
        var letters = new List<VietnameseLetter>(text.Length);
        foreach (var character in text)
        {
            if (!IsCombiningMark(character))
                letters.Add(Decomposed.GetValueOrDefault(character, new VietnameseLetter(character, 0)));
            else if (letters.Count > 0)
                letters[^1] = letters[^1].With(character);
        }

        return letters;
    }

    private static bool IsCombiningMark(char character) => character is >= '\u0300' and <= '\u036F';

    private VietnameseLetter With(char mark)
    {
        var tone = Tones.IndexOf(mark, StringComparison.Ordinal);
        return tone >= 0 && Composed.ContainsKey(this with { Tone = 0 })
            ? this with { Tone = tone + 1 }
            : this with { Letter = WithLetterMark(Letter, mark) };
    }

    private static char WithLetterMark(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0306') => 'ă',
        ('A', '\u0306') => 'Ă',
        ('a', '\u0302') => 'â',
        ('A', '\u0302') => 'Â',
        ('e', '\u0302') => 'ê',
        ('E', '\u0302') => 'Ê',
        ('o', '\u0302') => 'ô',
        ('O', '\u0302') => 'Ô',
        ('o', '\u031B') => 'ơ',
        ('O', '\u031B') => 'Ơ',
        ('u', '\u031B') => 'ư',
        ('U', '\u031B') => 'Ư',
        _ => letter,
    };
}
