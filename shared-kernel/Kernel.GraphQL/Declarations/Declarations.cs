using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>What an <see cref="EntityType{T, TContext}"/> declared.</summary>
internal sealed class EntityDeclaration(Type entity, Type context, Type declaredBy)
{
    public Type Entity { get; } = entity;

    public Type Context { get; } = context;

    public Type DeclaredBy { get; } = declaredBy;

    public string Name { get; set; } = entity.Name;

    public string? Description { get; set; }

    public Requirement? Requirement { get; set; }

    public bool IsNode { get; set; }

    public List<FieldDeclaration> Fields { get; } = [];

    public List<FilterDeclaration> Filters { get; } = [];

    public List<SortDeclaration> Sorts { get; } = [];

    public (string Name, bool Descending)? DefaultSort { get; set; }

    public string? SearchProperty { get; set; }

    public string? RareRowsFunction { get; set; }

    public string? PeriodProperty { get; set; }

    public Func<string, SqlPart, Sql>? HoldsOn { get; set; }
}

/// <summary>What a module declared to contribute to a type, the query root included.</summary>
internal sealed class ExtensionDeclaration(string typeName, Type declaredBy)
{
    public string TypeName { get; } = typeName;

    public Type DeclaredBy { get; } = declaredBy;

    public List<FieldDeclaration> Fields { get; } = [];
}

/// <summary>A declared field.</summary>
internal abstract class FieldDeclaration(string name, string description, DataClass? dataClass)
{
    public string Name { get; set; } = name;

    public string Description { get; } = description;

    /// <summary>How closely the value must be held; null for what is made of fields that say it themselves.</summary>
    public DataClass? DataClass { get; } = dataClass;

    public Requirement? Requirement { get; set; }

    public string? Deprecated { get; set; }
}

/// <summary>A field that shows a column.</summary>
internal sealed class ColumnFieldDeclaration(string name, string description, DataClass dataClass, string property)
    : FieldDeclaration(name, description, dataClass)
{
    public string Property { get; } = property;
}

/// <summary>A field that shows an expression over the row.</summary>
internal sealed class ComputedFieldDeclaration(
    string name, string description, DataClass dataClass, Type valueType, Func<string, Sql> compose)
    : FieldDeclaration(name, description, dataClass)
{
    public Type ValueType { get; } = valueType;

    public Func<string, Sql> Compose { get; } = compose;
}

/// <summary>A field that shows the object whose key the row holds.</summary>
internal sealed class ReferenceDeclaration(string name, string description, DataClass dataClass, string type, string property)
    : FieldDeclaration(name, description, dataClass)
{
    public string TypeName { get; } = type.TrimEnd('!');

    public bool IsNullable { get; } = !type.EndsWith('!');

    public string Property { get; } = property;
}

/// <summary>A field that shows entities, those that refer to the parent or all.</summary>
internal abstract class EntityListDeclaration(string name, string description, Type child, string? by)
    : FieldDeclaration(name, description, null)
{
    public Type Child { get; } = child;

    public string? By { get; } = by;

    public (string Name, bool Descending)? Sort { get; set; }

    public bool ShowsAllPeriods { get; set; }

    public int? MaximumSize { get; set; }

    /// <summary>What holds of every row of the list, over a row of this alias; null where nothing more does.</summary>
    public Func<string, Sql>? Only { get; set; }
}

/// <summary>A connection.</summary>
internal sealed class ConnectionDeclaration(string name, string description, Type child, string? By)
    : EntityListDeclaration(name, description, child, By)
{
    public bool IncludesSubtree { get; set; }
}

/// <summary>A plain list.</summary>
internal sealed class ChildrenDeclaration(string name, string description, Type child, string by)
    : EntityListDeclaration(name, description, child, by);

/// <summary>The first of a list.</summary>
internal sealed class SingleDeclaration(string name, string description, Type child, string by)
    : EntityListDeclaration(name, description, child, by);

/// <summary>A field whose statement the module writes.</summary>
internal sealed class StatementFieldDeclaration(
    string name, string description, DataClass dataClass, Type resultType, bool isList, StatementBuilder statement)
    : FieldDeclaration(name, description, dataClass)
{
    public Type ResultType { get; } = resultType;

    public bool IsList { get; } = isList;

    public StatementBuilder Statement { get; } = statement;
}

/// <summary>One object by its id.</summary>
internal sealed class ByIdDeclaration(string name, string description, Type entity) : FieldDeclaration(name, description, null)
{
    public Type Entity { get; } = entity;
}

/// <summary>A declared entry of a type's filter.</summary>
internal abstract record FilterDeclaration(string Name);

/// <summary>A filter over a column.</summary>
internal sealed record ColumnFilterDeclaration(string Name, string Property, string? SearchKeyProperty = null) : FilterDeclaration(Name);

/// <summary>A filter by a condition of the module's own.</summary>
internal sealed record SqlFilterDeclaration(string Name, string Description, Type ValueType, Func<string, SqlPart, Sql> Compose)
    : FilterDeclaration(Name)
{
    /// <summary>The permission that filtering takes, and that must reach the row; null for none.</summary>
    public string? Permission { get; init; }

    /// <summary>The keys of the rows that can fit, of a value on a day, where they are few; null where nothing tells.</summary>
    public Func<SqlPart, SqlPart, Sql>? FewKeys { get; init; }
}

/// <summary>A filter by a condition of the module's own with several values, the properties of a record.</summary>
internal sealed record RecordFilterDeclaration(string Name, string Description, Type InputType, Func<string, Func<string, SqlPart>, Sql> Compose)
    : FilterDeclaration(Name);

/// <summary>A filter by organization.</summary>
internal sealed record OrganizationFilterDeclaration(string Name, string Description, string Property) : FilterDeclaration(Name);

/// <summary>A declared order.</summary>
internal sealed record SortDeclaration(string Name, IReadOnlyList<string> Properties);
