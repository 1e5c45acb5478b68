namespace Modular.GraphQL.Execution;

/// <summary>The rows of a column of objects, parted by type.</summary>
internal sealed class ObjectSet
{
    private readonly ObjectGroup[] groups;
    private readonly int[]? groupOf;
    private readonly int[]? indexOf;

    /// <summary>Rows that all have one type.</summary>
    public ObjectSet(ObjectGroup group) => groups = [group];

    /// <summary>Row <c>i</c> is at <c>indexOf[i]</c> of group <c>groupOf[i]</c>, which is -1 where the row's type is not known.</summary>
    public ObjectSet(ObjectGroup[] groups, int[] groupOf, int[] indexOf, Dictionary<int, GraphQLError>? typeErrors)
    {
        this.groups = groups;
        this.groupOf = groupOf;
        this.indexOf = indexOf;
        TypeErrors = typeErrors;
    }

    public IReadOnlyList<ObjectGroup> Groups => groups;

    /// <summary>Why the types of some rows are not known.</summary>
    public Dictionary<int, GraphQLError>? TypeErrors { get; }

    public ObjectGroup? Locate(int row, out int index)
    {
        if (groupOf is null)
        {
            index = row;
            return groups[0];
        }

        index = indexOf![row];
        return groupOf[row] < 0 ? null : groups[groupOf[row]];
    }
}
