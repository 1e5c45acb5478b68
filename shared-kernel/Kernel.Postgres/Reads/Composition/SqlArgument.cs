namespace Modular.Kernel.Postgres.Reads;

/// <summary>An argument of a field, in SQL a parameter.</summary>
public abstract class SqlArgument : SqlPart
{
    private protected SqlArgument(string name, Type valueType)
    {
        Name = name;
        ValueType = valueType;
    }

    /// <summary>The argument's name in the schema.</summary>
    public string Name { get; }

    /// <summary>The CLR type of its value, without nullability.</summary>
    public Type ValueType { get; }

    /// <summary>What to use where the request leaves the argument out; null where nothing is to be used.</summary>
    internal Func<ReadValues, object?>? WhenLeftOut { get; init; }

    internal override void Write(SqlWriter writer) => writer.Parameter(new ArgumentParameter(this, null));
}

/// <inheritdoc />
/// <typeparam name="T">The CLR type of the value.</typeparam>
public sealed class SqlArgument<T> : SqlArgument
{
    internal SqlArgument(string name)
        : base(name, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T))
    {
    }
}
