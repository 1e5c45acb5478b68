using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// The condition that every word of a search begins a word of a search key. Where a function tells the few rows that can answer, they are looked up by their keys.
/// </summary>
internal sealed class SearchCondition : RowCondition
{
    private const int MostWords = 8;
    private readonly RowColumn column;
    private readonly IReadOnlyList<(int First, int Later)> words;
    private readonly (RareRows Rows, int Words)? rare;

    private SearchCondition(RowColumn column, IReadOnlyList<(int First, int Later)> words, (RareRows Rows, int Words)? rare)
    {
        this.column = column;
        this.words = words;
        this.rare = rare;
        Shape = $"search{words.Count}{rare?.Rows.Function};";
    }

    public override string Shape { get; }

    /// <summary>The condition for what a user typed; null where that has no letter or digit.</summary>
    /// <param name="column">The search key.</param>
    /// <param name="rareRows">What tells the few rows that can answer; null where the table has no such thing.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="slots">Takes the values.</param>
    public static SearchCondition? Of(RowColumn column, RareRows? rareRows, string typed, SlotValues slots)
    {
        string[] words = [.. VietnameseText.SearchKey(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        if (words.Length == 0)
            return null;
        var patterns = words.Select(LikePattern.Escape).Select(word => (slots.Add(word + "%"), slots.Add("% " + word + "%"))).ToList();
        return new SearchCondition(column, patterns, rareRows is null ? null : (rareRows, slots.Add(words)));
    }

    /// <summary>
    /// Writes the condition. A word may be in a third of all names or in none: the one search is over as soon as it has read a page's worth along
    /// the order, the other has to look at every name, and a plan that does not know the word treats both alike.
    /// </summary>
    public override void Write(SqlWriter writer, string alias)
    {
        writer.NeedsFreshPlan = true;
        if (rare is { } known)
            WriteRareRows(writer, alias, known.Rows, new SlotParameter(known.Words));
        for (var index = 0; index < words.Count; index++)
        {
            writer.Text(index == 0 ? "(" : " and (");
            column.Write(writer, alias);
            writer.Text(" like ").Parameter(new SlotParameter(words[index].First)).Text(" or ");
            column.Write(writer, alias);
            writer.Text(" like ").Parameter(new SlotParameter(words[index].Later)).Text(")");
        }
    }

    // The planner knows the words and so the answer of the function: of the two one is left.
    private static void WriteRareRows(SqlWriter writer, string alias, RareRows rows, SlotParameter words)
    {
        writer.Text($"({rows.Function}(").Parameter(words).Text(") is null or ");
        rows.Key.Write(writer, alias);
        writer.Text($" = any ({rows.Function}(").Parameter(words).Text("))) and ");
    }
}

/// <summary>A function of the database that tells the few rows which can answer a search, by their keys, or null where they are many.</summary>
/// <param name="Function">Its name. It takes the words as <c>text[]</c>.</param>
/// <param name="Key">The key.</param>
internal sealed record RareRows(string Function, RowColumn Key);
