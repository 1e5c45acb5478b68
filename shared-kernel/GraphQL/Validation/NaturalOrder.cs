namespace Modular.GraphQL.Validation;

/// <summary>Orders names as people do: <c>v2</c> before <c>v10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0])
                ? CompareNumbers(ref left, ref right)
                : CompareCharacters(ref left, ref right);
            if (order != 0)
                return order;
        }

        return left.Length - right.Length;
    }

    private static int CompareCharacters(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var order = left[0] - right[0];
        left = left[1..];
        right = right[1..];
        return order;
    }

    private static int CompareNumbers(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var leftNumber = TakeNumber(ref left);
        var rightNumber = TakeNumber(ref right);
        return leftNumber.Length != rightNumber.Length
            ? leftNumber.Length - rightNumber.Length
            : leftNumber.SequenceCompareTo(rightNumber);
    }

    /// <summary>Takes a number without leading zeros; a zero counts on its own, so that <c>00</c> comes behind <c>0</c>.</summary>
    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var length = text[0] == '0' ? 1 : text.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? text.Length : end;
        var number = text[0] == '0' ? default : text[..length];
        text = text[length..];
        return number;
    }
}
