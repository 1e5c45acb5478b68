namespace Modular.GraphQL.Execution;

/// <summary>A column of lists. The items of all lists stand one after the other in one inner column.</summary>
public sealed class ListColumn : Column
{
    private readonly int[] offsets;
    private readonly bool[]? nulls;

    /// <summary>Parent <c>i</c> has the items <c>inner[offsets[i]..offsets[i + 1]]</c>.</summary>
    /// <param name="offsets">Where each list begins, and behind them where the last one ends: one more than there are parents; not falling.</param>
    /// <param name="inner">The items of all lists.</param>
    /// <param name="nulls">Which lists are null (their items, if any, are ignored); when left out none is.</param>
    /// <exception cref="ArgumentException">The offsets do not fit the inner column or the nulls.</exception>
    public ListColumn(int[] offsets, Column inner, bool[]? nulls = null)
    {
        if (offsets.Length == 0 || offsets[0] < 0 || offsets[^1] > inner.Count)
            throw new ArgumentException($"The offsets of a list column end at {(offsets.Length == 0 ? "nothing" : offsets[^1])}, its inner column has {inner.Count} entries.", nameof(offsets));
        if (nulls is not null && nulls.Length != offsets.Length - 1)
            throw new ArgumentException($"A list column of {offsets.Length - 1} entries has {nulls.Length} null flags.", nameof(nulls));
        this.offsets = offsets;
        this.nulls = nulls;
        Inner = inner;
    }

    /// <summary>The items of all lists.</summary>
    public Column Inner { get; }

    /// <inheritdoc/>
    public override int Count => offsets.Length - 1;

    /// <inheritdoc/>
    public override bool HasNulls => nulls is not null && Array.IndexOf(nulls, true) >= 0;

    /// <inheritdoc/>
    public override bool IsNull(int index) => nulls is not null && nulls[index];

    /// <summary>Where the list of a parent begins in <see cref="Inner"/>.</summary>
    public int Start(int index) => offsets[index];

    /// <summary>Where the list of a parent ends in <see cref="Inner"/>, exclusive.</summary>
    public int End(int index) => offsets[index + 1];
}
