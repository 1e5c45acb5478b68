namespace Modular.GraphQL.Language;

/// <summary>Takes the indentation off block strings and puts them back into a readable form (specification, section 2.9.4).</summary>
internal static class BlockString
{
    /// <summary>The characters that a block string stands for.</summary>
    /// <param name="raw">What stands between the triple quotes.</param>
    public static string Dedent(string raw)
    {
        var lines = SplitLines(raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal));
        var indent = int.MaxValue;
        var first = lines.Length;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var leading = LeadingWhiteSpace(lines[i]);
            if (leading == lines[i].Length)
                continue;

            first = Math.Min(first, i);
            last = i;
            if (i > 0)
                indent = Math.Min(indent, leading);
        }

        for (var i = 1; i <= last; i++)
            lines[i] = lines[i][Math.Min(indent, lines[i].Length)..];

        return last < 0 ? "" : string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>The block string that stands for a value, in the layout of graphql-js.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = SplitLines(escaped);
        var isSingleLine = lines.Length == 1;
        var forcesLeadingLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsWithTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var forcesTrailingLine = (value.EndsWith('"') && !endsWithTripleQuote) || value.EndsWith('\\');
        var takesLines = !isSingleLine || value.Length > 70 || forcesTrailingLine || endsWithTripleQuote;
        var keepsFirstLine = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);

        var leading = takesLines && !keepsFirstLine || forcesLeadingLine ? "\n" : "";
        return $"\"\"\"{leading}{escaped}{(takesLines ? "\n" : "")}\"\"\"";
    }

    /// <summary>Whether a value survives printing and parsing as a block string.</summary>
    public static bool CanPrint(string value)
    {
        if (value.Length == 0)
            return true;
        if (value.Any(character => character < 0x20 && character is not ('\t' or '\n')))
            return false;

        var lines = value.Split('\n');
        if (LeadingWhiteSpace(lines[0]) == lines[0].Length || LeadingWhiteSpace(lines[^1]) == lines[^1].Length)
            return false;

        var hasCommonIndent = lines.All(line => line.Length == LeadingWhiteSpace(line) || IsWhiteSpace(line[0]));
        return lines.Length == 1 || !hasCommonIndent;
    }

    private static string[] SplitLines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static int LeadingWhiteSpace(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;

    private static bool IsWhiteSpace(char character) => character is ' ' or '\t';
}
