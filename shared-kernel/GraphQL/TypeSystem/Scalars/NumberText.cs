using System.Globalization;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Numbers as ECMAScript writes them (Number::toString), so that messages read as those of graphql-js.</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        if (value == 0) return "0";

        // The shortest digits that read back as the same number, for instance 1.25E-07 or 0.125.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = shortest.Length == 1 ? 0 : int.Parse(shortest[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var parts = shortest[0].Split('.');
        var digits = string.Concat(parts).TrimStart('0');
        var point = exponent + parts[0].Length - (string.Concat(parts).Length - digits.Length);
        return (value < 0 ? "-" : "") + Layout(digits.TrimEnd('0'), point);
    }

    /// <summary>Lays out 0.digits × 10^point.</summary>
    private static string Layout(string digits, int point)
    {
        if (point is > 0 and <= 21) return point >= digits.Length ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return $"0.{new string('0', -point)}{digits}";
        var exponent = point - 1;
        var fraction = digits.Length == 1 ? "" : $".{digits[1..]}";
        return $"{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }
}
