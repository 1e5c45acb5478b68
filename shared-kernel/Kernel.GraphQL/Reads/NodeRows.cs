using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Rows of several entity types, each read by a statement of its own.</summary>
internal sealed class NodeRows : Rows
{
    private readonly List<(ReadRows Rows, int Index)> entries = [];

    private NodeRows()
    {
    }

    /// <inheritdoc />
    public override int Count => entries.Count;

    /// <summary>Lays the rows beside the ids; an id without a row is null.</summary>
    public static RowsColumn Of(IReadOnlyList<Part> parts, IReadOnlyList<GlobalId> ids)
    {
        var all = new NodeRows();
        var places = new Dictionary<GlobalId, int>();
        foreach (var part in parts)
        {
            for (var index = 0; index < part.Rows!.Count; index++)
            {
                places[new GlobalId(part.Plan.Type.Name, part.Rows.KeyOf(index))] = all.Count;
                all.entries.Add((part.Rows, index));
            }
        }

        // Rows of one type stay the rows that they are: nobody has to part them.
        Rows rows = parts is [var only] ? only.Rows! : all;
        return new RowsColumn(rows, [.. ids.Select(id => places.GetValueOrDefault(id, -1))]);
    }

    /// <inheritdoc />
    public override ObjectType TypeOf(int index) => entries[index].Rows.SingleType;

    /// <inheritdoc />
    public override Rows Take(int[] indices) => entries[indices[0]].Rows.Take([.. indices.Select(index => entries[index].Index)]);

    /// <summary>The rows of one type.</summary>
    internal sealed class Part(PlannedRows plan, Task<ReadResult> reading)
    {
        public PlannedRows Plan { get; } = plan;

        public Task<ReadResult> Reading { get; } = reading;

        public ReadRows? Rows { get; set; }
    }
}
