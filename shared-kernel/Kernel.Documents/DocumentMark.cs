namespace Modular.Kernel.Documents;

/// <summary>Where a document comes from, so that a copy that turns up tells who made it. The writer adds how many rows there are.</summary>
/// <param name="Line">One line for each page and sheet; what is over 180 letters is cut off there.</param>
/// <param name="Heading">What stands above the facts.</param>
/// <param name="Facts">All of it, once in a document.</param>
public sealed record DocumentMark(string Line, string Heading, IReadOnlyList<DocumentFact> Facts)
{
    private const int MostLetters = 180;

    internal string ShortLine => Line.Length <= MostLetters ? Line : string.Concat(Line.AsSpan(0, MostLetters - 1), "…");
}

/// <summary>A fact about a document.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Value">What is said.</param>
public sealed record DocumentFact(string Name, string Value);
