using System.Text.RegularExpressions;

namespace Modular.Kernel.Texts;

/// <summary>The degrees of secrecy of state secrets (Law 117/2025/QH15).</summary>
public enum SecrecyDegree
{
    /// <summary>Mật.</summary>
    Confidential,

    /// <summary>Tối mật.</summary>
    Secret,

    /// <summary>Tuyệt mật.</summary>
    TopSecret,
}

/// <summary>
/// Finds in a text the stamps by which papers are marked as state secrets: <c>MẬT</c>, <c>TỐI MẬT</c>, <c>TUYỆT MẬT</c> in capitals, or after "độ mật". It finds marks and
/// no meaning: a text without a stamp may be secret all the same.
/// </summary>
public static partial class StateSecretStamps
{
    /// <summary>The highest degree that the text is marked with; null where it bears no stamp. However its letters were typed, they are composed first.</summary>
    public static SecrecyDegree? Find(string text)
    {
        var composed = VietnameseText.Compose(text);
        SecrecyDegree? highest = null;
        foreach (var match in Stamp().EnumerateMatches(composed))
        {
            if (DegreeOf(composed, match.Index, match.Length) is { } degree && (highest is null || degree > highest))
                highest = degree;
        }

        return highest;
    }

    private static SecrecyDegree? DegreeOf(string text, int index, int length)
    {
        var stamp = text.AsSpan(index, length);
        if (stamp.StartsWith("TUYỆT", StringComparison.OrdinalIgnoreCase) || stamp.Contains("tuyệt", StringComparison.OrdinalIgnoreCase))
            return SecrecyDegree.TopSecret;
        if (stamp.Contains("TỐI", StringComparison.OrdinalIgnoreCase))
            return SecrecyDegree.Secret;
        // Within a line of capitals MẬT is a syllable of another word or a name: BẢO MẬT, MẬT KHẨU, NGUYỄN VĂN MẬT.
        return stamp.Length > 3 || !HasCapitalsBeside(text, index, length) ? SecrecyDegree.Confidential : null;
    }

    private static bool HasCapitalsBeside(string text, int index, int length)
    {
        var line = text.AsSpan(0, index);
        var before = line[(line.LastIndexOf('\n') + 1)..];
        var rest = text.AsSpan(index + length);
        var end = rest.IndexOf('\n');
        return CapitalsAtEnd().IsMatch(before) || CapitalsAtStart().IsMatch(end < 0 ? rest : rest[..end]);
    }

    [GeneratedRegex(@"(?<!\p{L})(?:(?:TUYỆT|TỐI)\s+MẬT|MẬT|(?i:(?:mức\s+)?độ\s+mật\s*:\s*(?:tuyệt\s+mật|tối\s+mật|mật)))(?!\p{L})")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}{2,}[ ]*$")]
    private static partial Regex CapitalsAtEnd();

    [GeneratedRegex(@"^[ ]*\p{Lu}{2,}(?!\p{L})")]
    private static partial Regex CapitalsAtStart();
}
