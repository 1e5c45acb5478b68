namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// The ways in which one statement may find the rows of a page. A plan is kept and does not know whether it will be used for few rows or for many, so that both ways are written and PostgreSQL runs
/// only the one that holds for the values at hand (decisions 48 and 52).
/// </summary>
internal sealed class RowsWays
{
    private const string FewKeys = "(select keys from few)";

    private readonly OrganizationCondition? subtree;
    private readonly SqlCondition? few;

    private RowsWays(OrganizationCondition? subtree, SqlCondition? few, IReadOnlyList<RowsWay> all)
    {
        (this.subtree, this.few) = (subtree, few);
        All = all;
    }

    /// <summary>The ways, of which exactly one finds rows.</summary>
    public IReadOnlyList<RowsWay> All { get; }

    /// <summary>The ways for a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="table">Its table.</param>
    /// <param name="shape">Of a request of the page's shape, what its user reaches.</param>
    public static RowsWays Of(RowsPage page, ReadTable table, ReadValues shape)
    {
        // What reaches few organizations fetches their rows, among which those that fit are sooner found than in the whole province.
        var few = table.Scope?.IsNarrow(shape) == true ? null : page.Few;
        string? isNarrow = page switch
        {
            { Parent: not null, TreeDay: not null } => "size.is_narrow",
            { Subtree: not null } => "(select is_narrow from size)",
            _ => null,
        };
        List<string> gates = few is null ? [""] : [$"{FewKeys} is null", ""];
        var ways = gates.Select((gate, index) => new RowsWay
        {
            Gates = [.. isNarrow is null ? Array.Empty<string>() : [$"not {isNarrow}"], .. gate.Length > 0 ? [gate] : Array.Empty<string>()],
            LooksUpPlaces = isNarrow is not null,
            Keys = few is not null && index == 1 ? FewKeys : null,
        }).ToList();
        if (isNarrow is not null)
            ways.Insert(0, new RowsWay { Gates = [isNarrow] });
        for (var index = 0; ways.Count > 1 && index < ways.Count; index++)
            ways[index] = ways[index] with { Before = index == 0 ? "(" : " union all (", After = ")" };
        return new RowsWays(page.Subtree, few, ways);
    }

    /// <summary>Writes what the ways ask about the values at hand; PostgreSQL finds it out once, and only where a way that is still in question asks.</summary>
    public void WriteWith(SqlWriter writer)
    {
        if (subtree is not null)
        {
            subtree.WriteSize(writer.Text("with size as materialized ("));
            writer.Text(few is null ? ") " : "), ");
        }

        if (few is not null)
        {
            few.WriteFewKeys(writer.Text(subtree is null ? "with few as materialized (select " : "few as materialized (select "));
            writer.Text(" as keys) ");
        }
    }
}

/// <summary>One of the ways.</summary>
internal sealed record RowsWay
{
    /// <summary>What holds where this is the way; conditions on no row.</summary>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <summary>Whether the place of each row's organization is looked up.</summary>
    public bool LooksUpPlaces { get; init; }

    /// <summary>The keys of the rows that can fit; null where all can.</summary>
    public string? Keys { get; init; }

    /// <summary>What stands before it in the statement.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands behind it.</summary>
    public string After { get; init; } = "";

    /// <summary>Writes that the way is the one, behind the conditions on a row.</summary>
    public void WriteCondition(SqlWriter writer, string key)
    {
        foreach (var gate in Gates)
            writer.Text(" and ").Text(gate);
        if (Keys is not null)
            writer.Text($" and {key} = any({Keys}::uuid[])");
    }
}
