using System.Diagnostics.CodeAnalysis;

namespace Modular.Organizations.Codes;

/// <summary>
/// A code of <see cref="CodeScheme.Regulation208"/>: up to five groups, without the groups of zeros at its end. The province has one group,
/// a directly superior committee two, a grassroots organization three, a committee affiliated to it four, a cell five.
/// </summary>
internal readonly record struct GroupedCode
{
    private const string NoGroup = "000";
    private static readonly int[] GroupLengths = [2, 3, 3, 3, 3];
    private readonly string[] groups;

    private GroupedCode(string[] groups) => this.groups = groups;

    /// <summary>How many groups it has.</summary>
    public int Length => groups.Length;

    /// <summary>Reads a code with dots, or all 14 digits of it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GroupedCode? code)
    {
        code = null;
        var parts = text.Length == GroupLengths.Sum() && text.All(char.IsAsciiDigit) ? Cut(text) : text.Split('.');
        if (parts.Length > GroupLengths.Length)
            return false;
        for (var index = 0; index < parts.Length; index++)
        {
            if (parts[index].Length != GroupLengths[index] || !parts[index].All(char.IsAsciiDigit))
                return false;
        }

        var length = parts.Length;
        while (length > 1 && parts[length - 1] == NoGroup)
            length--;
        code = new GroupedCode(parts[..length]);
        return true;
    }

    /// <summary>
    /// Whether an organization with this code may stand directly below one with the other code: the superior's code is its beginning, and
    /// a cell directly below a grassroots organization names no affiliated committee.
    /// </summary>
    public bool FitsBelow(GroupedCode superior)
    {
        if (Length <= superior.Length || !groups.AsSpan(0, superior.Length).SequenceEqual(superior.groups))
            return false;
        const int grassroots = 3, cell = 5;
        return Length != cell || superior.Length > grassroots || groups[grassroots] == NoGroup;
    }

    /// <summary>The code with dots, as it is stored and shown.</summary>
    public override string ToString() => string.Join('.', groups);

    private static string[] Cut(string digits)
    {
        var start = 0;
        var parts = new string[GroupLengths.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = digits.Substring(start, GroupLengths[index]);
            start += GroupLengths[index];
        }

        return parts;
    }
}
