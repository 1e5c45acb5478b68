using System.Buffers;

namespace Modular.GraphQL.Language;

/// <summary>The classes of characters of the lexical grammar, over bytes.</summary>
internal static class CharacterClasses
{
    private static readonly SearchValues<byte> NameContinue =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    public static bool IsDigit(int code) => code is >= '0' and <= '9';

    public static bool IsNameStart(int code) => code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    public static bool IsHighSurrogate(int code) => code is >= 0xD800 and <= 0xDBFF;

    public static bool IsLowSurrogate(int code) => code is >= 0xDC00 and <= 0xDFFF;

    /// <summary>The offset behind the name characters at the start of the text.</summary>
    public static int SkipName(ReadOnlySpan<byte> text) => Skip(text, NameContinue);

    /// <summary>The offset behind the digits at the start of the text.</summary>
    public static int SkipDigits(ReadOnlySpan<byte> text) => Skip(text, Digits);

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int HexDigit(int code) => code switch
    {
        >= '0' and <= '9' => code - '0',
        >= 'A' and <= 'F' => code - 'A' + 10,
        >= 'a' and <= 'f' => code - 'a' + 10,
        _ => -1,
    };

    private static int Skip(ReadOnlySpan<byte> text, SearchValues<byte> values)
    {
        var end = text.IndexOfAnyExcept(values);
        return end < 0 ? text.Length : end;
    }
}
