namespace Modular.Kernel.Postgres.Reads;

/// <summary>The readable rows of an entity's table; in a hole it stands for <c>(select …) as alias</c>.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class SqlTable<T> : SqlRow<T>
    where T : class
{
    internal SqlTable(string alias)
        : base(alias)
    {
    }

    internal override void Write(SqlWriter writer)
    {
        var table = writer.TableOf(typeof(T));
        writer.Text("(select * from ");
        writer.Text(table.QuotedName);
        writer.Text(" as source where ");
        writer.Readable(table, "source");
        writer.Text(") as ");
        writer.Text(Alias);
    }
}

/// <summary>The places of organizations on a day.</summary>
internal sealed class SqlTree(string alias, SqlPart day) : SqlPart
{
    internal override void Write(SqlWriter writer)
    {
        writer.Text("(select organization_id, parent_id, path, path_end, depth, kind from kernel.organization_tree where ");
        writer.OfProvince("province_id");
        writer.Text(" and valid @> ");
        day.Write(writer);
        writer.Text(") as ");
        writer.Text(alias);
    }
}
