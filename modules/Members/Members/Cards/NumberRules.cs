using Modular.Kernel.Results;

namespace Modular.Members.Cards;

/// <summary>The forms of card and CV numbers (MEM-10, MEM-11).</summary>
internal static class NumberRules
{
    /// <summary>8 digits.</summary>
    public static bool IsCardNumber(string number) => number.Length == 8 && !number.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>6 digits and 2 or 3 letters.</summary>
    public static bool IsCvNumber(string number) =>
        number.Length is 8 or 9
        && !number.AsSpan(0, 6).ContainsAnyExceptInRange('0', '9')
        && !number.AsSpan(6).ContainsAnyExceptInRange('A', 'Z');

    /// <summary>A card number as written, without the spaces and dots that people put between.</summary>
    public static string? CleanCardNumber(string? number) => Compact(number);

    /// <summary>A CV number in capitals without Vietnamese letters: <c>012345 NĐ</c> is <c>012345ND</c>.</summary>
    public static string? CleanCvNumber(string? number) =>
        Compact(number)?.ToUpperInvariant().Replace('Đ', 'D');

    public static IEnumerable<Problem> CheckCard(string? number, string field)
    {
        if (number is not null && !IsCardNumber(number))
            yield return new CardNumberMustHaveEightDigits { Field = field };
    }

    public static IEnumerable<Problem> CheckCv(string? number, string field)
    {
        if (number is not null && !IsCvNumber(number))
            yield return new CvNumberMustBeSixDigitsAndLetters { Field = field };
    }

    private static string? Compact(string? number) => Wording.Clean(number)?
        .Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
