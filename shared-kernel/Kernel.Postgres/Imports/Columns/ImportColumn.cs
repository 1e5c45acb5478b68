using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A column of a file.</summary>
public abstract class ImportColumn
{
    private readonly List<string> otherHeaders = [];

    internal ImportColumn(string name, string vietnamese, string english)
    {
        Name = name;
        Header = new LocalizedText(vietnamese, english);
    }

    /// <summary>The name of the column in <c>staged</c>, in verdicts and in the API.</summary>
    public string Name { get; }

    /// <summary>The header that a template shows.</summary>
    public LocalizedText Header { get; }

    /// <summary>What else stands at the head of this column in real files.</summary>
    public IReadOnlyList<string> OtherHeaders => otherHeaders;

    /// <summary>Whether every row needs a value, and the file the column.</summary>
    public bool IsRequired { get; private protected set; }

    /// <summary>Whether two rows of a file may not have the same value.</summary>
    public bool IsUnique { get; private protected set; }

    /// <summary>What a cell may hold, for the template.</summary>
    public abstract LocalizedText Form { get; }

    internal abstract IReadOnlyList<StagedColumn> Staged { get; }

    /// <summary>Reads the cell: puts one value for each staged column, and reports what is wrong.</summary>
    internal abstract void Read(in ImportCell cell, StagedRow row);

    private protected void AddHeaders(IEnumerable<string> headers) => otherHeaders.AddRange(headers);
}

/// <summary>A column whose cells become values of one type.</summary>
/// <typeparam name="TSelf">The column itself, so that declarations read on.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public abstract class ImportColumn<TSelf, TValue> : ImportColumn
    where TSelf : ImportColumn<TSelf, TValue>
    where TValue : notnull
{
    private readonly List<(ImportSeverity Severity, Func<TValue, Problem?> Find)> rules = [];

    internal ImportColumn(string name, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
    }

    private TSelf Self => (TSelf)this;

    /// <summary>Further headers under which real files carry the column; letter case, diacritics and punctuation do not matter.</summary>
    public TSelf Called(params string[] headers)
    {
        AddHeaders(headers);
        return Self;
    }

    /// <summary>Every row needs a value, and the file the column.</summary>
    public TSelf Required()
    {
        IsRequired = true;
        return Self;
    }

    /// <summary>Two rows of a file may not have the same value: all but the first are errors.</summary>
    public TSelf Unique()
    {
        IsUnique = true;
        return Self;
    }

    /// <summary>A rule about the cell alone; what it finds is an error.</summary>
    public TSelf Must(Func<TValue, Problem?> find)
    {
        rules.Add((ImportSeverity.Error, find));
        return Self;
    }

    /// <summary>A rule about the cell alone; what it finds is a warning.</summary>
    public TSelf Should(Func<TValue, Problem?> find)
    {
        rules.Add((ImportSeverity.Warning, find));
        return Self;
    }

    internal sealed override void Read(in ImportCell cell, StagedRow row)
    {
        if (cell.Kind is CellKind.Empty or CellKind.Error)
        {
            if (cell.Kind == CellKind.Error)
                row.Report(this, ImportSeverity.Error, new CellShowsAnError());
            else if (IsRequired)
                row.Report(this, ImportSeverity.Error, new CellIsEmpty());
            PutNothing(row);
            return;
        }

        if (!TryRead(cell, row, out var value))
        {
            PutNothing(row);
            return;
        }

        foreach (var (severity, find) in rules)
        {
            if (find(value) is { } problem)
                row.Report(this, severity, problem);
        }

        Put(value, row);
    }

    /// <summary>Reads a cell that is not empty, or reports why it cannot be read.</summary>
    private protected abstract bool TryRead(in ImportCell cell, StagedRow row, out TValue value);

    private protected abstract void Put(TValue value, StagedRow row);

    private protected virtual void PutNothing(StagedRow row)
    {
        for (var index = 0; index < Staged.Count; index++)
            row.Put(null);
    }
}
