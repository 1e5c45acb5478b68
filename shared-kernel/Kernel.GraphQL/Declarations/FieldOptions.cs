using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>What can be said of a field beyond its declaration.</summary>
public class FieldOptions
{
    private readonly FieldDeclaration declaration;

    internal FieldOptions(FieldDeclaration declaration) => this.declaration = declaration;

    /// <summary>Another name than the property's.</summary>
    public FieldOptions Named(string name)
    {
        declaration.Name = name;
        return this;
    }

    /// <summary>
    /// A permission that the field takes beyond that of its type. Without it the field is null with one error <c>FORBIDDEN</c>, and
    /// the value is not even read from the database; such a field is nullable in the schema.
    /// </summary>
    public FieldOptions Requires(string permission)
    {
        declaration.Requirement = Requirement.Of(permission);
        return this;
    }

    /// <summary>Says that every signed-in user of the province may read the field, and why. For root fields and contributions.</summary>
    public FieldOptions Public(string reason)
    {
        declaration.Requirement = Requirement.Public(reason);
        return this;
    }

    /// <summary>Says that the field is about to go, when, and what to use instead.</summary>
    public FieldOptions Deprecated(string reason)
    {
        declaration.Deprecated = reason;
        return this;
    }
}

/// <summary>What can be said of a list of entities.</summary>
public class ListOptions : FieldOptions
{
    private readonly EntityListDeclaration declaration;

    internal ListOptions(EntityListDeclaration declaration)
        : base(declaration) => this.declaration = declaration;

    /// <summary>The order of the list; the child type's own where this is not called.</summary>
    /// <param name="sort">A name that the child type gave to <c>Sortable</c>.</param>
    /// <param name="descending">Whether the greatest comes first.</param>
    public ListOptions SortedBy(string sort, bool descending = false)
    {
        declaration.Sort = (sort, descending);
        return this;
    }

    /// <summary>Lists dated entities of all periods, not only those that hold on a day.</summary>
    public ListOptions AllPeriods()
    {
        declaration.ShowsAllPeriods = true;
        return this;
    }

    /// <summary>Lists only the rows for which a condition holds that no request can lift, for instance those that are open.</summary>
    /// <typeparam name="T">The entity that is listed.</typeparam>
    /// <param name="condition">The condition over a row.</param>
    public ListOptions Only<T>(Func<SqlRow<T>, Sql> condition)
        where T : class
    {
        declaration.Only = alias => condition(new SqlRow<T>(alias));
        return this;
    }

    /// <summary>How many rows a parent may have at most, or how many a page; 200 where this is not called.</summary>
    public ListOptions AtMost(int rows)
    {
        declaration.MaximumSize = rows;
        return this;
    }
}

/// <summary>What can be said of a connection.</summary>
public sealed class ConnectionOptions : ListOptions
{
    private readonly ConnectionDeclaration declaration;

    internal ConnectionOptions(ConnectionDeclaration declaration)
        : base(declaration) => this.declaration = declaration;

    /// <summary>
    /// For a parent that is an organization: adds the argument <c>includeSubtree: Boolean! = false</c>, which takes in the entities of all
    /// organizations below it, by the tree of <c>asOf</c> or today.
    /// </summary>
    public ConnectionOptions IncludesSubtree()
    {
        declaration.IncludesSubtree = true;
        return this;
    }
}
