using System.Text.RegularExpressions;

namespace Modular.Architecture.Tests.Rules;

/// <summary>The order of the directives at the head of a file, as <c>dotnet format</c> writes it: those of the platform first, then by name.</summary>
internal static partial class UsingDirectives
{
    /// <summary>The first directive that stands behind one that it belongs before; null where all are in order.</summary>
    public static string? FirstOutOfOrder(string source)
    {
        var names = Head().Match(source).Value.Split('\n').Select(line => Name().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        return names.Zip(names.Skip(1)).FirstOrDefault(pair => Compare(pair.First, pair.Second) > 0).Second;
    }

    private static int Compare(string one, string other) => (IsPlatform(one), IsPlatform(other)) switch
    {
        (true, false) => -1,
        (false, true) => 1,
        _ => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsPlatform(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    [GeneratedRegex(@"\A\uFEFF?(?:using [^\n]*\n|\s*\n|//[^\n]*\n)*")]
    private static partial Regex Head();

    [GeneratedRegex(@"^using ([\w.]+);")]
    private static partial Regex Name();
}
