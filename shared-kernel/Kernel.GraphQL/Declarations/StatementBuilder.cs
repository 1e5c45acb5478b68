using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Declares the arguments and the SQL of a statement field.</summary>
public sealed class StatementBuilder
{
    private readonly List<StatementArgument> arguments = [];

    internal StatementBuilder()
    {
    }

    internal IReadOnlyList<StatementArgument> Arguments => arguments;

    internal Func<StatementSql, Sql>? Compose { get; private set; }

    /// <summary>An argument that must be given.</summary>
    /// <typeparam name="T">Its CLR type: a scalar, an enumeration, or an array of these.</typeparam>
    public SqlArgument<T> Argument<T>(string name, string description) => Declare(new SqlArgument<T>(name), description, isRequired: true);

    /// <summary>An argument that may be left out; it is then null in SQL, and <c>sql.Given(argument)</c> is false.</summary>
    public SqlArgument<T> OptionalArgument<T>(string name, string description) =>
        Declare(new SqlArgument<T>(name), description, isRequired: false);

    /// <summary>The id of an object that must be given; in SQL its key.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="typeName">The name of the object's type.</param>
    /// <param name="description">What it means.</param>
    public SqlArgument<Guid> Id(string name, string typeName, string description) =>
        Declare(new SqlArgument<Guid>(name), description, isRequired: true, typeName);

    /// <summary>The id of an object that may be left out; in SQL its key, or null.</summary>
    /// <inheritdoc cref="Id"/>
    public SqlArgument<Guid> OptionalId(string name, string typeName, string description) =>
        Declare(new SqlArgument<Guid>(name), description, isRequired: false, typeName);

    /// <summary>A Boolean argument that is false where it is left out.</summary>
    public SqlArgument<bool> Flag(string name, string description) =>
        Declare(new SqlArgument<bool>(name) { WhenLeftOut = static _ => false }, description, isRequired: false);

    /// <summary>The argument <c>asOf: Date</c>, the day in Vietnam today where it is left out.</summary>
    public SqlArgument<DateOnly> AsOf(string description = "The day as of which the figure is told; today where left out.") =>
        Declare(new SqlArgument<DateOnly>("asOf") { WhenLeftOut = static values => values.Today }, description, isRequired: false);

    /// <summary>
    /// The statement, composed once for each shape of arguments. Tables come from <see cref="StatementSql.Table{T}"/>, never from the text.
    /// </summary>
    public void Sql(Func<StatementSql, Sql> compose) => Compose = compose;

    private SqlArgument<T> Declare<T>(SqlArgument<T> argument, string description, bool isRequired, string? idOf = null)
    {
        arguments.Add(new StatementArgument(argument, description, isRequired, idOf));
        return argument;
    }
}

/// <summary>An argument of a statement field with what the schema says of it.</summary>
internal sealed record StatementArgument(SqlArgument Argument, string Description, bool IsRequired, string? IdOf);
