namespace Modular.Kernel.Postgres.Reads;

/// <summary>A column of a row that the statement reads.</summary>
internal sealed class SqlColumn(Type entity, string property, string alias) : SqlPart
{
    internal override void Write(SqlWriter writer)
    {
        writer.Text(alias);
        writer.Text(".");
        writer.Text(writer.TableOf(entity).Column(property).QuotedName);
    }
}

/// <summary>A value in the form in which a column stores it.</summary>
internal sealed class SqlStoredValue(Type entity, string property, object? value) : SqlPart
{
    internal override void Write(SqlWriter writer)
    {
        var column = writer.TableOf(entity).Column(property);
        if (value is SqlArgument argument)
            writer.Parameter(new ArgumentParameter(argument, column.ToStored));
        else
            writer.Parameter(new ConstantParameter(column.ToStored(value)));
    }
}

/// <summary>A value that does not depend on the request.</summary>
internal sealed class SqlConstant(object value) : SqlPart
{
    public static SqlPart Of<T>(T value) => value is null
        ? new SqlNull()
        : new SqlConstant(value);

    internal override void Write(SqlWriter writer) => writer.Parameter(new ConstantParameter(value));
}

/// <summary>The absent value.</summary>
internal sealed class SqlNull : SqlPart
{
    internal override void Write(SqlWriter writer) => writer.Text("null");
}

/// <summary>The day that it is now in Vietnam.</summary>
internal sealed class SqlDay : SqlPart
{
    public static readonly SqlDay Today = new();

    internal override void Write(SqlWriter writer) => writer.Parameter(TodayParameter.Instance);
}

/// <summary>The keys of the parents, as an array parameter.</summary>
internal sealed class SqlKeys : SqlPart
{
    public static readonly SqlKeys All = new();

    internal override void Write(SqlWriter writer) => writer.Parameter(KeysParameter.Instance);
}

/// <summary>The account of whoever asks.</summary>
internal sealed class SqlViewer : SqlPart
{
    public static readonly SqlViewer Instance = new();

    internal override void Write(SqlWriter writer) => writer.Parameter(ViewerParameter.Instance);
}

/// <summary>A condition on the row of another table that goes with the row at hand.</summary>
internal sealed class SqlLookUp(Sql condition, Sql from) : SqlPart
{
    public IEnumerable<string> Literals => condition.Literals.Concat(from.Literals);

    internal override void Write(SqlWriter writer)
    {
        var isAskedOfAll = writer.ReachedRows == ReachedRows.All;
        writer.Text(isAskedOfAll ? "exists (select" : "(select ");
        if (!isAskedOfAll)
            condition.Write(writer);
        from.Write(writer.Text(" from "));
        if (isAskedOfAll)
            condition.Write(writer.Text(" and "));
        writer.Text(")");
    }
}
