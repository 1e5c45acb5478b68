using System.Linq.Expressions;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>A row of an entity's table inside a statement: how a piece of SQL names the row's columns.</summary>
/// <typeparam name="T">The entity.</typeparam>
public class SqlRow<T> : SqlPart
    where T : class
{
    internal SqlRow(string alias) => Alias = alias;

    /// <summary>The day that it is now in Vietnam, as a parameter.</summary>
    public SqlPart Today => SqlDay.Today;

    /// <summary>The account of whoever asks, as a parameter; no account's identifier where the system itself does.</summary>
    public SqlPart Viewer => SqlViewer.Instance;

    internal string Alias { get; }

    /// <summary>The column of a mapped property.</summary>
    public SqlPart this[Expression<Func<T, object?>> property] => new SqlColumn(typeof(T), PropertyOf.Name(property), Alias);

    /// <summary>A value as the property's column stores it, as a parameter: an enumeration member, for instance.</summary>
    public SqlPart Value<TValue>(Expression<Func<T, TValue>> property, TValue value) =>
        new SqlStoredValue(typeof(T), PropertyOf.Name(property), value);

    /// <summary>The value of an argument as the property's column stores it.</summary>
    public SqlPart Value<TValue>(Expression<Func<T, TValue>> property, SqlArgument<TValue> argument) =>
        new SqlStoredValue(typeof(T), PropertyOf.Name(property), argument);

    internal override void Write(SqlWriter writer) => writer.Text(Alias);
}
