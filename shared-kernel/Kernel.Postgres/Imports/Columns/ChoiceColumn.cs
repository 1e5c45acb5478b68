using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A column of values from a list.</summary>
public sealed class ChoiceColumn : ImportColumn<ChoiceColumn, string>
{
    private readonly StagedColumn[] staged;
    private readonly Dictionary<string, string> values = [];
    private readonly List<string> vietnameseWords = [];
    private readonly List<string> englishWords = [];

    internal ChoiceColumn(string name, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
        staged = [StagedColumn.Text(name)];
    }

    /// <inheritdoc />
    public override LocalizedText Form => new(Listed("một trong: ", vietnameseWords), Listed("one of: ", englishWords));

    internal override IReadOnlyList<StagedColumn> Staged => staged;

    /// <summary>One value and the words for it; letter case, diacritics and punctuation do not matter.</summary>
    /// <param name="value">What is staged; a cell may hold it as well.</param>
    /// <param name="vietnamese">The word that a template shows.</param>
    /// <param name="english">The word in English.</param>
    /// <param name="others">What else people write.</param>
    /// <exception cref="ArgumentException">A word already means another value.</exception>
    public ChoiceColumn Value(string value, string vietnamese, string english, params string[] others)
    {
        vietnameseWords.Add(vietnamese);
        englishWords.Add(english);
        foreach (var word in (string[])[value, vietnamese, english, .. others])
        {
            if (values.TryGetValue(VietnameseText.SearchKey(word), out var meant) && meant != value)
                throw new ArgumentException($"In the column '{Name}' the word '{word}' means both '{meant}' and '{value}'.");
            values[VietnameseText.SearchKey(word)] = value;
        }

        return this;
    }

    private protected override bool TryRead(in ImportCell cell, StagedRow row, out string value)
    {
        if (values.TryGetValue(cell.Text, out value!) || values.TryGetValue(VietnameseText.SearchKey(cell.Text), out value!))
            return true;
        row.Report(this, ImportSeverity.Error, new CellIsNotInTheList(Form));
        return false;
    }

    private protected override void Put(string value, StagedRow row) => row.Put(value);

    private static string Listed(string start, List<string> words) => start + (words.Count <= 8
        ? string.Join(", ", words)
        : string.Join(", ", words[..8]) + " …");
}
