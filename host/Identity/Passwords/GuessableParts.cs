using Modular.Kernel.Texts;

namespace Modular.Host.Identity.Passwords;

/// <summary>Takes out of a password what everybody tries first: common words of Vietnamese and English, names, sequences, repetitions, years.</summary>
internal static class GuessableParts
{
    private const int ShortestSequence = 3;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "1q2w3e4r5t6y7u8i9o0p"];

    // How people write letters as signs to please rules.
    private const string Signs = "@401!3$57";
    private const string SignsAsLetters = "aaoiiesst";

    private const string CommonWords =
        """
        matkhau password passwort passw0rd administrator admin quantrivien quantri letmein welcome iloveyou anhyeuem emyeuanh yeuanh yeuem
        dangcongsan congsan dangvien dangbo chibo bithu tinhuy huyenuy thanhuy tochuc vanphong vietnam hanoi saigon hochiminh bacho motconvit
        giadinh khongbiet xinchao hanhphuc conyeu meyeu boyeu congty truonghoc hocsinh sinhvien nguyen muahe muadong muaxuan muathu
        monkey dragon master sunshine princess football baseball superman batman shadow michael secret login default changeme guest
        test123 root123 user123 summer winter spring autumn trustno1 whatever freedom hello computer internet
        """;

    private static readonly string[] Words =
        [.. CommonWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length)];

    /// <summary>How many letters and digits are left.</summary>
    /// <param name="password">The password.</param>
    /// <param name="names">Names that are as good as known: of the user, of the provinces.</param>
    public static int LeftOf(string password, IEnumerable<string> names)
    {
        var plain = Fold(password, character => character);
        var undisguised = Fold(password, Undisguise);
        var known = names.Select(name => Fold(name, character => character)).Where(name => name.Length >= ShortestSequence).Concat(Words).ToArray();
        return Math.Min(Strip(plain, known), Strip(undisguised, known));
    }

    private static int Strip(string text, string[] known)
    {
        foreach (var word in known)
            text = text.Replace(word, " ", StringComparison.Ordinal);
        var left = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Max(RunAt(text, at), YearAt(text, at));
            left += length == 0 && char.IsLetterOrDigit(text[at]) ? 1 : 0;
            at += Math.Max(1, length);
        }

        return left;
    }

    // The length of a repetition, or of a piece of a row of the keyboard or the alphabet, forwards or backwards.
    private static int RunAt(string text, int start)
    {
        var longest = 1;
        while (start + longest < text.Length && text[start + longest] == text[start])
            longest++;
        foreach (var row in Rows)
            longest = Math.Max(longest, Math.Max(PieceAt(text, start, row, 1), PieceAt(text, start, row, -1)));
        return longest >= ShortestSequence ? longest : 0;
    }

    private static int PieceAt(string text, int start, string row, int step)
    {
        var at = row.IndexOf(text[start], StringComparison.Ordinal);
        var length = 0;
        for (; at >= 0 && at < row.Length && start + length < text.Length && row[at] == text[start + length]; at += step)
            length++;
        return length;
    }

    private static int YearAt(string text, int start)
    {
        const int Length = 4;
        return start + Length <= text.Length && text[start..(start + 2)] is "19" or "20" && text.AsSpan(start + 2, 2).ContainsAnyExceptInRange('0', '9') is false ? Length : 0;
    }

    private static char Undisguise(char character) =>
        Signs.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at ? SignsAsLetters[at] : character;

    private static string Fold(string text, Func<char, char> undisguise) =>
        VietnameseText.SearchKey(string.Concat(text.Select(undisguise))).Replace(" ", "", StringComparison.Ordinal);
}
