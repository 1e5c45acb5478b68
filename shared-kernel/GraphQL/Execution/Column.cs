namespace Modular.GraphQL.Execution;

/// <summary>What a field is for all parents of a level: one entry per parent, in the parents' order. Immutable.</summary>
/// <remarks>The kinds are <see cref="LeafColumn"/>, <see cref="RowsColumn"/> and <see cref="ListColumn"/>.</remarks>
public abstract class Column
{
    private protected Column()
    {
    }

    /// <summary>How many entries there are.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the entry is null.</summary>
    public abstract bool IsNull(int index);

    /// <summary>
    /// Whether any entry is null. The executor asks it of columns in non-null positions; override it where it can be told at once.
    /// </summary>
    public virtual bool HasNulls
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (IsNull(i)) return true;
            }

            return false;
        }
    }
}
