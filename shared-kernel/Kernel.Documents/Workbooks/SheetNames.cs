namespace Modular.Kernel.Documents.Workbooks;

/// <summary>Names of sheets as workbooks allow them: at most 31 letters, none of <c>[ ] : * ? / \</c>, no apostrophe at an end, each once.</summary>
internal sealed class SheetNames
{
    private const int MostLetters = 31;
    private const string Forbidden = "[]:*?/\\";

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that no sheet has yet, made of the wanted one.</summary>
    public string Take(string wanted)
    {
        var letters = XmlText.Clean(wanted).Select(letter => Forbidden.Contains(letter, StringComparison.Ordinal) ? ' ' : letter).ToArray();
        var allowed = new string(letters).Trim().Trim('\'');
        var name = allowed.Length == 0 ? "Sheet" : Cut(allowed, MostLetters);
        var first = name;
        for (var number = 2; !taken.Add(name); number++)
            name = $"{Cut(first, MostLetters - 6)} ({number})";
        return name;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd();
}
