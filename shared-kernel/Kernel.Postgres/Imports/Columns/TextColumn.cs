using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A column of text.</summary>
public sealed class TextColumn : ImportColumn<TextColumn, string>
{
    private readonly List<StagedColumn> staged;
    private readonly List<Func<string, string>> derivations = [];
    private int maximumLength = 1000;

    internal TextColumn(string name, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
        staged = [StagedColumn.Text(name)];
    }

    /// <inheritdoc />
    public override LocalizedText Form => new($"văn bản, tối đa {maximumLength} ký tự", $"text of at most {maximumLength} characters");

    internal override IReadOnlyList<StagedColumn> Staged => staged;

    /// <summary>The most characters that a cell may have; 1,000 unless declared.</summary>
    public TextColumn MaximumLength(int characters)
    {
        maximumLength = characters;
        return this;
    }

    /// <summary>A second staged column, computed from the text, for instance its search key.</summary>
    public TextColumn Derives(string name, Func<string, string> derive)
    {
        staged.Add(StagedColumn.Text(name));
        derivations.Add(derive);
        return this;
    }

    private protected override bool TryRead(in ImportCell cell, StagedRow row, out string value)
    {
        value = VietnameseText.Clean(cell.Text);
        if (value.Length > maximumLength)
        {
            row.Report(this, ImportSeverity.Error, new CellIsTooLong(maximumLength, value.Length));
            return false;
        }

        if (!value.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return true;
        row.Report(this, ImportSeverity.Error, new CellHoldsControlCharacters());
        return false;
    }

    private protected override void Put(string value, StagedRow row)
    {
        row.Put(value);
        foreach (var derive in derivations)
            row.Put(derive(value));
    }
}
