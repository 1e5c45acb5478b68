using System.Linq.Expressions;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Declares what the GraphQL type of an entity has. Each call adds one thing; names follow the property in camel case.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class EntityTypeBuilder<T> : RelationBuilder
    where T : class
{
    private readonly EntityDeclaration declaration;

    internal EntityTypeBuilder(EntityDeclaration declaration)
        : base(declaration.Fields) => this.declaration = declaration;

    /// <summary>The type's name in the schema; the entity's own name where this is not called.</summary>
    public EntityTypeBuilder<T> Name(string name)
    {
        declaration.Name = name;
        return this;
    }

    /// <summary>What the type stands for; the entity's XML summary where this is not called.</summary>
    public EntityTypeBuilder<T> Describe(string description)
    {
        declaration.Description = description;
        return this;
    }

    /// <summary>
    /// The permission without which no object of the type is read, by whatever field it is reached. Which rows are read is decided
    /// by the entity's <c>ScopedBy</c>.
    /// </summary>
    public EntityTypeBuilder<T> Requires(string permission)
    {
        declaration.Requirement = Requirement.Of(permission);
        return this;
    }

    /// <summary>Says that every signed-in user of the province may read the type, and why.</summary>
    public EntityTypeBuilder<T> Public(string reason)
    {
        declaration.Requirement = Requirement.Public(reason);
        return this;
    }

    /// <summary>Gives the type an opaque, stable <c>id: ID!</c> and makes it a <c>Node</c>, so that <c>node(id)</c> finds it.</summary>
    public EntityTypeBuilder<T> IsNode()
    {
        declaration.IsNode = true;
        return this;
    }

    /// <summary>A field that shows a column.</summary>
    /// <param name="property">The mapped property.</param>
    /// <param name="description">English, with the Vietnamese term in brackets.</param>
    /// <param name="dataClass">How closely the value must be held.</param>
    public FieldOptions Field<TValue>(Expression<Func<T, TValue>> property, string description, DataClass dataClass)
    {
        var name = PropertyOf.Name(property);
        return Add(new ColumnFieldDeclaration(FieldName(name), description, dataClass, name));
    }

    /// <summary>A field that shows a column and is described by the XML summary of its property.</summary>
    public FieldOptions Field<TValue>(Expression<Func<T, TValue>> property, DataClass dataClass) =>
        Field(property, XmlDescriptions.Of(PropertyPath.Find(typeof(T), PropertyOf.Name(property))) ?? "", dataClass);

    /// <summary>A field whose value SQL computes from columns of the same row.</summary>
    /// <typeparam name="TValue">The CLR type of the value; nullable where the expression may give null.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="description">English, with the Vietnamese term in brackets.</param>
    /// <param name="dataClass">How closely the value must be held.</param>
    /// <param name="sql">The expression, for instance <c>row => $"{row[m => m.EndedOn]} is null"</c>.</param>
    public FieldOptions Computed<TValue>(string name, string description, DataClass dataClass, Func<SqlRow<T>, Sql> sql) =>
        Add(new ComputedFieldDeclaration(name, description, dataClass, typeof(TValue), alias => sql(new SqlRow<T>(alias))));

    /// <summary>
    /// A field that shows the object to which a column refers. All parents' references are read by one statement, together with all
    /// else of their level; a row that several parents share is read once.
    /// </summary>
    /// <param name="name">The field's name.</param>
    /// <param name="type">
    /// The name of the object's type, of this module or another, with <c>!</c> where it is always there. A row outside of the user's reach
    /// reads as absent, so a type of other reach than this one is better left nullable.
    /// </param>
    /// <param name="key">The property that holds the other's key: a <see cref="Guid"/>, nullable or not.</param>
    /// <param name="description">English, with the Vietnamese term in brackets.</param>
    /// <param name="dataClass">How closely it must be held that these two belong together.</param>
    public FieldOptions Reference<TKey>(
        string name, string type, Expression<Func<T, TKey>> key, string description, DataClass dataClass = DataClass.Basic) =>
        Add(new ReferenceDeclaration(name, description, dataClass, type, PropertyOf.Name(key)));

    /// <summary>
    /// Lets lists be filtered by a column: equality and membership for all, order for numbers and dates, prefix and containment
    /// for texts. Filtering by a column takes the same permission as the field that shows it.
    /// </summary>
    public EntityTypeBuilder<T> Filter<TValue>(Expression<Func<T, TValue>> property)
    {
        declaration.Filters.Add(new ColumnFilterDeclaration(FieldName(PropertyOf.Name(property)), PropertyOf.Name(property)));
        return this;
    }

    /// <summary>
    /// Lets lists be filtered by a text, also by <c>contains</c> with and without diacritics: the second column holds
    /// <c>VietnameseText.SearchKey</c> of the first and carries a trigram index.
    /// </summary>
    public EntityTypeBuilder<T> Filter(Expression<Func<T, string?>> property, Expression<Func<T, string?>> searchKey)
    {
        declaration.Filters.Add(new ColumnFilterDeclaration(
            FieldName(PropertyOf.Name(property)), PropertyOf.Name(property), PropertyOf.Name(searchKey)));
        return this;
    }

    /// <summary>Lets lists be filtered by a condition of the module's own with one value.</summary>
    /// <typeparam name="TValue">The CLR type of the value.</typeparam>
    /// <param name="name">The name in the filter.</param>
    /// <param name="description">Which rows it keeps.</param>
    /// <param name="condition">The condition, for instance <c>(row, value) => $"{row[m => m.JoinedOn]} &lt; {value}"</c>.</param>
    /// <param name="permission">The permission that it takes to filter so. Rows that it does not reach do not fit, so that the filter tells nothing of them; null for none.</param>
    public EntityTypeBuilder<T> Filter<TValue>(string name, string description, Func<SqlRow<T>, SqlPart, Sql> condition, string? permission = null) =>
        Filter<TValue>(name, description, condition, permission, fewKeys: null);

    /// <summary>Lets lists be filtered by a condition of the module's own with one value, for which few rows of a province hold, or many.</summary>
    /// <typeparam name="TValue">The CLR type of the value.</typeparam>
    /// <param name="name">The name in the filter.</param>
    /// <param name="description">Which rows it keeps.</param>
    /// <param name="condition">The condition. Where many rows fit it is asked of one row after the other until the page is full, so that it should be a look-up by the row's key.</param>
    /// <param name="permission">The permission that it takes to filter so, as with the other overload; null for none.</param>
    /// <param name="fewKeys">
    /// The keys (<c>uuid[]</c>) of all rows for which the condition can hold, of a value on a day, where they are few, and null where they are many, some thousand for instance: by an index, for the
    /// whole province. It only decides how rows are found: whatever it gives, none is kept of which the condition and the user's reach do not hold. Null: a page asks every row.
    /// </param>
    public EntityTypeBuilder<T> Filter<TValue>(
        string name, string description, Func<SqlRow<T>, SqlPart, Sql> condition, string? permission, Func<SqlPart, SqlPart, Sql>? fewKeys)
    {
        declaration.Filters.Add(new SqlFilterDeclaration(
            name, description, typeof(TValue), (alias, value) => condition(new SqlRow<T>(alias), value))
        {
            Permission = permission,
            FewKeys = fewKeys,
        });
        return this;
    }

    /// <summary>Lets lists be filtered by a condition of the module's own with several values that belong together.</summary>
    /// <typeparam name="TInput">A record, which becomes an input object; each of its properties is required.</typeparam>
    /// <param name="name">The name in the filter.</param>
    /// <param name="description">Which rows it keeps.</param>
    /// <param name="condition">The condition, for instance <c>(row, given) => $"{row[m => m.JoinedOn]} between {given[i => i.From]} and {given[i => i.To]}"</c>.</param>
    public EntityTypeBuilder<T> FilterBy<TInput>(string name, string description, Func<SqlRow<T>, FilterInput<TInput>, Sql> condition)
        where TInput : class
    {
        declaration.Filters.Add(new RecordFilterDeclaration(
            name, description, typeof(TInput), (alias, values) => condition(new SqlRow<T>(alias), new FilterInput<TInput>(values))));
        return this;
    }

    /// <summary>
    /// Lets lists be filtered by organization: <c>{ id: ID!, includeSubtree: Boolean = true }</c>, by today's tree.
    /// </summary>
    public EntityTypeBuilder<T> FilterByOrganization<TKey>(string name, string description, Expression<Func<T, TKey>> organization)
    {
        declaration.Filters.Add(new OrganizationFilterDeclaration(name, description, PropertyOf.Name(organization)));
        return this;
    }

    /// <summary>Lets lists be sorted by columns under a name such as <c>NAME</c>; the key always decides between equals.</summary>
    public EntityTypeBuilder<T> Sortable(string name, params Expression<Func<T, object?>>[] columns)
    {
        declaration.Sorts.Add(new SortDeclaration(name, [.. columns.Select(PropertyOf.Name)]));
        return this;
    }

    /// <summary>The order of lists that name none; the first sortable one where this is not called.</summary>
    /// <param name="name">A name given to <see cref="Sortable"/>.</param>
    /// <param name="descending">Whether the greatest comes first.</param>
    public EntityTypeBuilder<T> SortedBy(string name, bool descending = false)
    {
        declaration.DefaultSort = (name, descending);
        return this;
    }

    /// <summary>
    /// Lets lists be searched. The column holds <c>VietnameseText.SearchKey</c> of the searchable text; every word of the search must begin a word of it.
    /// </summary>
    public EntityTypeBuilder<T> Search(Expression<Func<T, string?>> searchKey)
    {
        declaration.SearchProperty = PropertyOf.Name(searchKey);
        return this;
    }

    /// <summary>
    /// Lets lists of a table of many rows be searched. No index serves <c>like</c> behind row-level security, so that each search which few rows answer would read them all.
    /// </summary>
    /// <param name="searchKey">The column, as with the other overload.</param>
    /// <param name="rareRows">
    /// A function of the database, <c>(text[]) returns uuid[]</c>, immutable so that the planner asks it: the keys of the rows that have a word which begins with the rarest of these, or null
    /// where those are many.
    /// </param>
    public EntityTypeBuilder<T> Search(Expression<Func<T, string?>> searchKey, string rareRows)
    {
        declaration.RareRowsFunction = rareRows;
        return Search(searchKey);
    }

    /// <summary>
    /// Says that a row holds for a period only, a <c>daterange</c>. Lists show the rows that hold on <c>asOf</c>, today where it is left out,
    /// unless a list is declared with <see cref="ListOptions.AllPeriods"/>.
    /// </summary>
    public EntityTypeBuilder<T> Dated<TRange>(Expression<Func<T, TRange>> period)
    {
        var property = PropertyOf.Name(period);
        declaration.HoldsOn = (alias, day) => $"{new SqlRow<T>(alias)[ToObject(period)]} @> {day}";
        declaration.PeriodProperty = property;
        return this;
    }

    /// <summary>Says that a row holds on some days only, by a condition over its columns and the day.</summary>
    public EntityTypeBuilder<T> Dated(Func<SqlRow<T>, SqlPart, Sql> holdsOn)
    {
        declaration.HoldsOn = (alias, day) => holdsOn(new SqlRow<T>(alias), day);
        return this;
    }

    /// <summary>Two <c>Date</c> fields that show the first and the last day of a <c>daterange</c>; null where it is open.</summary>
    /// <param name="period">The property.</param>
    /// <param name="from">The name of the field of the first day.</param>
    /// <param name="to">The name of the field of the last day.</param>
    /// <param name="description">What holds in the period.</param>
    /// <param name="dataClass">How closely the value must be held.</param>
    public EntityTypeBuilder<T> Period<TRange>(
        Expression<Func<T, TRange>> period, string from, string to, string description, DataClass dataClass)
    {
        var column = ToObject(period);
        Computed<DateOnly?>(from, $"First day: {description}", dataClass, row => $"lower({row[column]})");
        Computed<DateOnly?>(to, $"Last day; null while it goes on: {description}", dataClass, row => $"(upper({row[column]}) - 1)");
        return this;
    }

    private static string FieldName(string property) => Names.CamelCase(property.Replace(".", "", StringComparison.Ordinal));

    private static Expression<Func<T, object?>> ToObject<TValue>(Expression<Func<T, TValue>> property) =>
        Expression.Lambda<Func<T, object?>>(Expression.Convert(property.Body, typeof(object)), property.Parameters);
}
