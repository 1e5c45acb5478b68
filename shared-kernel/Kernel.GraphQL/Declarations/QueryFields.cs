using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Declares root query fields that are composed reads. Each takes the requirement of its entity type, or one of its own; a root
/// field without a requirement does not compose.
/// </summary>
public abstract class QueryFields
{
    /// <summary>Declares the fields. Called once, at composition.</summary>
    protected abstract void Define(QueryBuilder query);

    internal ExtensionDeclaration Declare()
    {
        var declaration = new ExtensionDeclaration("Query", GetType());
        Define(new QueryBuilder(declaration.Fields));
        return declaration;
    }
}

/// <summary>Declares root query fields.</summary>
public sealed class QueryBuilder
{
    private readonly List<FieldDeclaration> fields;

    internal QueryBuilder(List<FieldDeclaration> fields) => this.fields = fields;

    /// <summary>One object by its id, for instance <c>member(id: ID!): Member</c>; null where it is not there or out of the user's reach.</summary>
    public FieldOptions ById<T>(string name, string description)
        where T : class => Add(new ByIdDeclaration(name, description, typeof(T)));

    /// <summary>All objects of a type as a connection with <c>where, orderBy, search, asOf</c> as the type declares them.</summary>
    public ListOptions Connection<T>(string name, string description)
        where T : class
    {
        var declaration = new ConnectionDeclaration(name, description, typeof(T), By: null);
        fields.Add(declaration);
        return new ConnectionOptions(declaration);
    }

    /// <summary>A figure, or a record of figures, by SQL of the module: one row with a column <c>value</c> or one column a property.</summary>
    /// <inheritdoc cref="RelationBuilder.Statement{TResult}"/>
    public FieldOptions Statement<TResult>(string name, string description, DataClass dataClass, Action<StatementBuilder> define) =>
        AddStatement<TResult>(name, description, dataClass, define, isList: false);

    /// <summary>As <see cref="Statement{TResult}"/>, with any number of rows in the statement's order.</summary>
    public FieldOptions StatementList<TRow>(string name, string description, DataClass dataClass, Action<StatementBuilder> define) =>
        AddStatement<TRow>(name, description, dataClass, define, isList: true);

    private FieldOptions AddStatement<TResult>(
        string name, string description, DataClass dataClass, Action<StatementBuilder> define, bool isList)
    {
        var statement = new StatementBuilder();
        define(statement);
        return Add(new StatementFieldDeclaration(name, description, dataClass, typeof(TResult), isList, statement));
    }

    private FieldOptions Add(FieldDeclaration declaration)
    {
        fields.Add(declaration);
        return new FieldOptions(declaration);
    }
}
