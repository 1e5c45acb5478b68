using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// The condition that every word of a search begins a word of a search key. Both patterns of a word begin at a word's
/// boundary, so a trigram index serves them from the first two letters on.
/// </summary>
internal sealed class SearchCondition : RowCondition
{
    private const int MostWords = 8;
    private readonly RowColumn column;
    private readonly IReadOnlyList<(int First, int Later)> words;

    private SearchCondition(RowColumn column, IReadOnlyList<(int First, int Later)> words)
    {
        this.column = column;
        this.words = words;
        Shape = $"search{words.Count};";
    }

    public override string Shape { get; }

    /// <summary>The condition for what a user typed; null where that has no letter or digit.</summary>
    public static SearchCondition? Of(RowColumn column, string typed, SlotValues slots)
    {
        var words = VietnameseText.SearchKey(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Select(LikePattern.Escape)
            .Select(word => (slots.Add(word + "%"), slots.Add("% " + word + "%")))
            .ToList();
        return words.Count == 0 ? null : new SearchCondition(column, words);
    }

    /// <summary>
    /// Writes the condition. A word may be in a third of all names or in none: the one search is over as soon as it has read a page's worth along
    /// the order, the other has to look at every name, and a plan that does not know the word treats both alike.
    /// </summary>
    public override void Write(SqlWriter writer, string alias)
    {
        writer.NeedsFreshPlan = true;
        for (var index = 0; index < words.Count; index++)
        {
            writer.Text(index == 0 ? "(" : " and (");
            column.Write(writer, alias);
            writer.Text(" like ").Parameter(new SlotParameter(words[index].First)).Text(" or ");
            column.Write(writer, alias);
            writer.Text(" like ").Parameter(new SlotParameter(words[index].Later)).Text(")");
        }
    }
}
