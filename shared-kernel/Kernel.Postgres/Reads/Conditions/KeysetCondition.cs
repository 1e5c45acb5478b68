namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// The condition that a row comes behind a place in an order. Nulls are greatest, as PostgreSQL sorts them. An order that runs one way
/// over columns that are never null becomes one row comparison, which an index answers directly.
/// </summary>
internal sealed class KeysetCondition : RowCondition
{
    private readonly IReadOnlyList<SortTerm> terms;
    private readonly IReadOnlyList<int?> slots;

    /// <summary>The place, as one slot for each term; null where the value there is null.</summary>
    /// <param name="terms">The order with the key as its last term.</param>
    /// <param name="slots">The slots of the place's values.</param>
    public KeysetCondition(IReadOnlyList<SortTerm> terms, IReadOnlyList<int?> slots)
    {
        this.terms = terms;
        this.slots = slots;
        Shape = $">{string.Concat(slots.Select(slot => slot is null ? '0' : '1'))}";
    }

    public override string Shape { get; }

    private bool IsRowComparison => terms.All(term => term.Descending == terms[0].Descending && !term.Column.IsNullable);

    public override void Write(SqlWriter writer, string alias)
    {
        if (IsRowComparison)
            WriteRowComparison(writer, alias);
        else
            WriteFrom(writer, alias, 0);
    }

    private void WriteRowComparison(SqlWriter writer, string alias)
    {
        for (var index = 0; index < terms.Count; index++)
            terms[index].Column.Write(writer.Text(index == 0 ? "(" : ", "), alias);
        writer.Text(terms[0].Descending ? ") < (" : ") > (");
        for (var index = 0; index < terms.Count; index++)
            writer.Text(index == 0 ? "" : ", ").Parameter(new SlotParameter(slots[index]!.Value));
        writer.Text(")");
    }

    /// <summary>Writes: behind by this term, or equal in it and behind by those that follow.</summary>
    private void WriteFrom(SqlWriter writer, string alias, int index)
    {
        writer.Text("(");
        WriteBehind(writer, alias, terms[index], slots[index]);
        if (index + 1 < terms.Count)
        {
            writer.Text(" or (");
            WriteEqual(writer, alias, terms[index].Column, slots[index]);
            WriteFrom(writer.Text(" and "), alias, index + 1);
            writer.Text(")");
        }

        writer.Text(")");
    }

    private static void WriteBehind(SqlWriter writer, string alias, SortTerm term, int? slot)
    {
        if (slot is null)
        {
            if (!term.Descending)
            {
                writer.Text("false");
                return;
            }

            term.Column.Write(writer, alias);
            writer.Text(" is not null");
            return;
        }

        term.Column.Write(writer, alias);
        writer.Text(term.Descending ? " < " : " > ").Parameter(new SlotParameter(slot.Value));
        if (term.Descending || !term.Column.IsNullable)
            return;
        term.Column.Write(writer.Text(" or "), alias);
        writer.Text(" is null");
    }

    private static void WriteEqual(SqlWriter writer, string alias, RowColumn column, int? slot)
    {
        column.Write(writer, alias);
        if (slot is null)
            writer.Text(" is null");
        else
            writer.Text(" = ").Parameter(new SlotParameter(slot.Value));
    }
}
