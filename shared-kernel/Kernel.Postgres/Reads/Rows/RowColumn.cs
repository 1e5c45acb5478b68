using System.Runtime.CompilerServices;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// A value that a statement selects of each row of a table: a column or an expression over the row. One instance stands for one
/// declared value, so that instances are compared by reference.
/// </summary>
/// <param name="name">What it is, for shapes and messages.</param>
/// <param name="kind">How it is cast, read and kept.</param>
/// <param name="write">Writes the expression over a row of this alias.</param>
internal sealed class RowColumn(string name, ValueKind kind, Action<SqlWriter, string> write)
{
    private static int lastNumber;

    public string Name { get; } = name;

    /// <summary>Its place among all declared values, which gives the columns of statements one order.</summary>
    public int Number { get; } = Interlocked.Increment(ref lastNumber);

    public ValueKind Kind { get; } = kind;

    /// <summary>The permission without which null is selected instead, so that the value does not even leave the database.</summary>
    public string? Permission { get; init; }

    /// <summary>The rows that the permission reaches; of others null is selected. Null where it opens the column of every row or of none.</summary>
    public ReadScope? Reach { get; init; }

    /// <summary>Whether it is the key of the row, which every statement selects first anyway.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>A mapped column as it stands.</summary>
    public static RowColumn Of(ReadColumn column, string? permission = null, bool isKey = false, ReadScope? scope = null) => new(
        column.PropertyName,
        column.Kind,
        (writer, alias) => writer.Text(alias).Text(".").Text(column.QuotedName).Text(column.Cast))
    {
        Permission = permission,
        Reach = permission is null ? null : scope?.Under(permission),
        IsKey = isKey,
        IsNullable = column.IsNullable || permission is not null,
    };

    /// <summary>An expression, cast to the type as which it is read.</summary>
    public static RowColumn Of(string name, ValueKind kind, Func<string, Sql> compose, string? permission = null, ReadScope? scope = null) => new(
        name,
        kind,
        (writer, alias) =>
        {
            writer.Text("(");
            compose(alias).Write(writer);
            writer.Text($")::{kind.SqlType}");
        })
    {
        Permission = permission,
        Reach = permission is null ? null : scope?.Under(permission),
    };

    /// <summary>Adds what the text of <see cref="Write"/> depends on.</summary>
    public void AddShape(ref DefaultInterpolatedStringHandler shape, ReadValues values)
    {
        if (Permission is null)
            return;
        var holds = values.Holds(Permission);
        shape.AppendLiteral(holds ? "1" : "0");
        if (holds && Reach is not null)
            shape.AppendLiteral(Reach.ShapeOf(values));
    }

    /// <summary>
    /// Writes the value. A permission may reach fewer rows than the user may read otherwise (only their own record, for instance), so it
    /// is asked row by row unless it reaches them all.
    /// </summary>
    public void Write(SqlWriter writer, string alias)
    {
        if (Permission is not null && !writer.Shape.Holds(Permission))
        {
            writer.Text($"null::{Kind.SqlType}");
            return;
        }

        if (Reach is null || Reach.ShapeOf(writer.Shape).Length == 0)
        {
            write(writer, alias);
            return;
        }

        writer.Text("case when true");
        Reach.Write(writer, alias);
        writer.Text(" then ");
        write(writer, alias);
        writer.Text(" end");
    }
}
