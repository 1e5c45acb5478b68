using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>An order of a list: columns, and then the key, which decides between rows that are equal otherwise.</summary>
/// <param name="Terms">The columns.</param>
/// <param name="KeyDescending">The direction of the key: that of the last column, so that an order that runs one way stays one.</param>
internal sealed record SortOrder(IReadOnlyList<SortTerm> Terms, bool KeyDescending)
{
    /// <summary>An order by these columns.</summary>
    public static SortOrder By(IReadOnlyList<SortTerm> terms) => new(terms, terms.Count > 0 && terms[^1].Descending);

    /// <summary>The order from its other end.</summary>
    public SortOrder Reversed() => new([.. Terms.Select(term => term.Reversed())], !KeyDescending);

    /// <summary>What distinguishes the order from others; cursors of one order are of no use in another.</summary>
    public string Signature => string.Join(',', Terms);
}
