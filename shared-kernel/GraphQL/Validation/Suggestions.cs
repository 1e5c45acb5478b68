namespace Modular.GraphQL.Validation;

/// <summary>Finds the names that were probably meant, as graphql-js does.</summary>
internal static class Suggestions
{
    private const int MaxSuggestions = 5;

    /// <summary>A question such as <c> Did you mean "a", "b", or "c"?</c>; nothing when there is nothing to suggest.</summary>
    /// <param name="names">The suggested names, best first.</param>
    /// <param name="kind">What the names are, for instance <c>the enum value</c>.</param>
    public static string DidYouMean(IReadOnlyList<string> names, string? kind = null)
    {
        var quoted = names.Take(MaxSuggestions).Select(name => $"\"{name}\"").ToArray();
        var list = quoted.Length switch
        {
            0 => null,
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return list is null ? "" : $" Did you mean {(kind is null ? "" : kind + " ")}{list}?";
    }

    /// <summary>The names that are near enough to be meant, nearest first.</summary>
    public static IReadOnlyList<string> For(string input, IEnumerable<string> names)
    {
        var threshold = (input.Length * 2 / 5) + 1;
        var distance = new LexicalDistance(input);
        return
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => (name, distance: distance.To(name, threshold)))
                .Where(candidate => candidate.distance <= threshold)
                .OrderBy(candidate => candidate.distance)
                .ThenBy(candidate => candidate.name, NaturalOrder.Instance)
                .Select(candidate => candidate.name),
        ];
    }
}
