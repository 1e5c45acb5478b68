using System.Linq.Expressions;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Declares fields that need nothing of the parent but its key: lists of entities that refer to it, and statements of the
/// module's own. All parents of a level are served by one statement.
/// </summary>
public abstract class RelationBuilder
{
    private readonly List<FieldDeclaration> fields;

    private protected RelationBuilder(List<FieldDeclaration> fields) => this.fields = fields;

    /// <summary>
    /// A Relay connection of the entities that refer to the parent: <c>first, after, last, before</c>, and <c>where, orderBy, search, asOf</c>
    /// as the child type declares them.
    /// </summary>
    /// <typeparam name="TChild">An entity of this module with an <see cref="EntityType{T, TContext}"/>.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="by">The child's property that holds the parent's key.</param>
    /// <param name="description">English, with the Vietnamese term in brackets.</param>
    public ConnectionOptions Connection<TChild>(string name, Expression<Func<TChild, object?>> by, string description)
        where TChild : class
    {
        var declaration = new ConnectionDeclaration(name, description, typeof(TChild), PropertyOf.Name(by));
        fields.Add(declaration);
        return new ConnectionOptions(declaration);
    }

    /// <summary>
    /// A plain list of the entities that refer to the parent, for what is few by nature; an error where a parent has more than the limit.
    /// </summary>
    /// <inheritdoc cref="Connection{TChild}"/>
    public ListOptions Children<TChild>(string name, Expression<Func<TChild, object?>> by, string description)
        where TChild : class
    {
        var declaration = new ChildrenDeclaration(name, description, typeof(TChild), PropertyOf.Name(by));
        fields.Add(declaration);
        return new ListOptions(declaration);
    }

    /// <summary>The first of the entities that refer to the parent, or null: the card in force, the post held today.</summary>
    /// <inheritdoc cref="Connection{TChild}"/>
    public ListOptions Single<TChild>(string name, Expression<Func<TChild, object?>> by, string description)
        where TChild : class
    {
        var declaration = new SingleDeclaration(name, description, typeof(TChild), PropertyOf.Name(by));
        fields.Add(declaration);
        return new ListOptions(declaration);
    }

    /// <summary>
    /// A value that SQL of the module computes for all parents at once. The statement gives a column <c>key</c> with the parent's key, and a
    /// column <c>value</c>, or one column for each property of a record (in snake case). A parent without a row has null, or the type's default
    /// where that is not nullable: 0 for a count.
    /// </summary>
    /// <typeparam name="TResult">A scalar, an enumeration, or a record, which becomes an object type.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="description">English, with the Vietnamese term in brackets.</param>
    /// <param name="dataClass">How closely the value must be held.</param>
    /// <param name="define">Declares the arguments and the SQL.</param>
    public FieldOptions Statement<TResult>(string name, string description, DataClass dataClass, Action<StatementBuilder> define) =>
        AddStatement<TResult>(name, description, dataClass, define, isList: false);

    /// <summary>As <see cref="Statement{TResult}"/>, with any number of rows for a parent, in the statement's order.</summary>
    public FieldOptions StatementList<TRow>(string name, string description, DataClass dataClass, Action<StatementBuilder> define) =>
        AddStatement<TRow>(name, description, dataClass, define, isList: true);

    private protected FieldOptions Add(FieldDeclaration declaration)
    {
        fields.Add(declaration);
        return new FieldOptions(declaration);
    }

    private FieldOptions AddStatement<TResult>(
        string name, string description, DataClass dataClass, Action<StatementBuilder> define, bool isList)
    {
        var statement = new StatementBuilder();
        define(statement);
        return Add(new StatementFieldDeclaration(name, description, dataClass, typeof(TResult), isList, statement));
    }
}
