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
    public string Name { get; } = name;

    public ValueKind Kind { get; } = kind;

    /// <summary>The permission without which null is selected instead, so that the value does not even leave the database.</summary>
    public string? Permission { get; init; }

    /// <summary>Whether it is the key of the row, which every statement selects first anyway.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>A mapped column as it stands.</summary>
    public static RowColumn Of(ReadColumn column, string? permission = null, bool isKey = false) => new(
        column.PropertyName,
        column.Kind,
        (writer, alias) => writer.Text(alias).Text(".").Text(column.QuotedName).Text(column.Cast))
    {
        Permission = permission,
        IsKey = isKey,
        IsNullable = column.IsNullable || permission is not null,
    };

    /// <summary>An expression, cast to the type as which it is read.</summary>
    public static RowColumn Of(string name, ValueKind kind, Func<string, Sql> compose, string? permission = null) => new(
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
    };

    public void Write(SqlWriter writer, string alias)
    {
        if (Permission is null || writer.Shape.Holds(Permission))
            write(writer, alias);
        else
            writer.Text($"null::{Kind.SqlType}");
    }
}
