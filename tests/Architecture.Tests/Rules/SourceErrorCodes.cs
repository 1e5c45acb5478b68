using System.Text.RegularExpressions;

namespace Modular.Architecture.Tests.Rules;

/// <summary>Finds the error codes that a source gives: where the code of an error stands, and in classes that list codes.</summary>
internal static partial class SourceErrorCodes
{
    public static IEnumerable<string> In(string source) =>
        Given().Matches(source).Concat(IsList().IsMatch(source) ? Constant().Matches(source) : []).Select(match => match.Groups["code"].Value);

    // Beside a status, in an initializer, in a refusal, or as the last argument of an exception.
    [GeneratedRegex(
        """(?:StatusCodes\.\w+,|new\(status,|\bCode = |\b(?:Of|Refuse)\(|Refusal\(|\] = \(|GetValueOrDefault\([^"]*\(|GraphQLException\([^;]*?,)\s*"(?<code>[A-Z]{3,}(?:_[A-Z]+)*)"[,)\s]""")]
    private static partial Regex Given();

    [GeneratedRegex("""class \w*ErrorCodes\b""")]
    private static partial Regex IsList();

    [GeneratedRegex("""const string \w+ = "(?<code>[A-Z]{3,}(?:_[A-Z]+)*)";""")]
    private static partial Regex Constant();
}
