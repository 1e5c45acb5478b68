using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Modular.GraphQL.Planning;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// What the operations read of one source of rows, once for all operations that need the same columns: a document that was never seen before
/// finds its statements composed, and its rows' columns laid out, as soon as another has asked for the same.
/// </summary>
/// <param name="firstSlot">The slot of the first column: 1 behind a key.</param>
/// <param name="compose">Makes the query for a layout.</param>
/// <typeparam name="TQuery">The query, which keeps its statements.</typeparam>
internal sealed class SharedLayouts<TQuery>(int firstSlot, Func<RowLayout, TQuery> compose)
    where TQuery : class
{
    private const int MostLayouts = 256;

    private readonly ConcurrentDictionary<ColumnSet, Entry> known = new();

    /// <summary>The layout for what is selected of the rows, in all places that show them, and its query.</summary>
    public Entry Of(IEnumerable<PlannedSelection> selections)
    {
        var needed = new ColumnSet(RowLayout.Needed(selections));
        if (known.TryGetValue(needed, out var found))
            return found;
        var layout = new RowLayout(needed.Columns, firstSlot);
        var made = new Entry(layout, compose(layout));
        // Clients may ask for any choice of columns; each is made again by the next document that needs it.
        if (known.Count >= MostLayouts)
            known.Clear();
        return known.GetOrAdd(needed, made);
    }

    /// <summary>A layout with its query.</summary>
    internal sealed record Entry(RowLayout Layout, TQuery Query);

    /// <summary>Columns in order, compared by identity.</summary>
    private readonly struct ColumnSet : IEquatable<ColumnSet>
    {
        private readonly int hash;

        public ColumnSet(List<RowColumn> columns)
        {
            Columns = columns;
            var combined = default(HashCode);
            foreach (var column in columns)
                combined.Add(RuntimeHelpers.GetHashCode(column));
            hash = combined.ToHashCode();
        }

        public List<RowColumn> Columns { get; }

        public bool Equals(ColumnSet other)
        {
            if (hash != other.hash || Columns.Count != other.Columns.Count)
                return false;
            for (var index = 0; index < Columns.Count; index++)
            {
                if (!ReferenceEquals(Columns[index], other.Columns[index]))
                    return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is ColumnSet other && Equals(other);

        public override int GetHashCode() => hash;
    }
}
