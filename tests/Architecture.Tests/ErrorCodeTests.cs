using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Rules;
using Modular.TestKit;
using Xunit;

namespace Modular.Architecture.Tests;

/// <summary>The page on error codes lists what the sources give, no more and no less.</summary>
public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Every_error_code_is_documented_once()
    {
        var given = SourceTree.Files("*.cs")
            .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && !file.StartsWith("bench/", StringComparison.Ordinal))
            .SelectMany(file => SourceErrorCodes.In(SourceTree.Read(file)))
            .Distinct();
        var documented = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md"))).Select(row => row.Groups["code"].Value);

        Assert.Equal(given.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_found_wherever_errors_get_them()
    {
        const string Source =
            """
            public static class OtherErrorCodes { public const string First = "FIRST_CODE"; }
            throw new GraphQLException($"{(x, "NO")} (1)", "SECOND");
            new(StatusCodes.Status400BadRequest,
                "THIRD", "NO CODE");
            new GraphQLError("NOT") { Code = "FOURTH" };
            [StatusCodes.Status401Unauthorized] = ("FIFTH", new("", ""));
            return Refuse("SIXTH", text);
            """;

        Assert.Equal(["FIFTH", "FIRST_CODE", "FOURTH", "SECOND", "SIXTH", "THIRD"], SourceErrorCodes.In(Source).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<code>[A-Z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
