using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>The comparisons that filters offer, and the input types that hold them.</summary>
internal static class FilterOperations
{
    public const string Equal = "eq";
    public const string In = "in";
    public const string NotIn = "notIn";
    public const string Less = "lt";
    public const string LessOrEqual = "lte";
    public const string Greater = "gt";
    public const string GreaterOrEqual = "gte";
    public const string StartsWith = "startsWith";
    public const string Contains = "contains";
    public const string IsNull = "isNull";

    /// <summary>The name of the filter of texts that have a search key.</summary>
    public const string SearchableTextFilter = "SearchableTextFilter";

    /// <summary>The name of the filter of references.</summary>
    public const string IdFilter = "IdFilter";

    /// <summary>The name of the filter by organization.</summary>
    public const string OrganizationFilter = "OrganizationReachFilter";

    /// <summary>The name of the type whose objects are places in the organization tree.</summary>
    public const string OrganizationType = "Organization";

    private static readonly Dictionary<Type, string> ScalarsByType = new()
    {
        [typeof(string)] = "String",
        [typeof(int)] = "Int",
        [typeof(long)] = "Long",
        [typeof(bool)] = "Boolean",
        [typeof(double)] = "Float",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "UUID",
        [typeof(DateOnly)] = "Date",
        [typeof(DateTimeOffset)] = "DateTime",
    };

    /// <summary>The filter of columns of a kind.</summary>
    /// <exception cref="InvalidOperationException">Lists are not filtered by such columns.</exception>
    public static string InputTypeOf(ValueKind kind) => ScalarsByType.TryGetValue(kind.ClrType, out var scalar)
        ? NameOf(scalar)
        : throw new InvalidOperationException($"A list cannot be filtered by a column of {kind.SqlType}; declare a filter by SQL.");

    /// <summary>The filters of all scalars.</summary>
    public static IEnumerable<InputObjectTypeDefinition> ScalarFilters()
    {
        foreach (var scalar in ScalarsByType.Values)
            yield return FilterOf(NameOf(scalar), scalar, OperationsOf(scalar), $"Compares a value of type `{scalar}`. All comparisons that are given must hold.");
        yield return FilterOf(SearchableTextFilter, "String", [Equal, In, StartsWith, Contains, IsNull],
            "Compares a text. `contains` finds with and without diacritics. All comparisons that are given must hold.");
        yield return FilterOf(IdFilter, "ID", [Equal, In, NotIn, IsNull], "Compares a reference to an object. All comparisons that are given must hold.");
        yield return new InputObjectTypeDefinition(OrganizationFilter)
        {
            Description = "An organization (tổ chức đảng), with or without those below it by today's tree.",
            Fields =
            [
                new InputFieldDefinition("id", "ID!") { Description = "The organization." },
                new InputFieldDefinition("includeSubtree", "Boolean!") { Description = "Whether those below it count too.", Default = "true" },
            ],
        };
    }

    /// <summary>The filter of an enumeration.</summary>
    public static InputObjectTypeDefinition EnumFilter(string enumType) =>
        FilterOf(NameOf(enumType), enumType, [Equal, In, NotIn, IsNull], $"Compares a value of type `{enumType}`. All comparisons that are given must hold.");

    /// <summary>The name of the filter of a leaf type.</summary>
    public static string NameOf(string leafType) => leafType == "String" ? "TextFilter" : $"{leafType}Filter";

    private static string[] OperationsOf(string scalar) => scalar switch
    {
        "Boolean" => [Equal, IsNull],
        "UUID" => [Equal, In, NotIn, IsNull],
        "String" => [Equal, In, NotIn, StartsWith, IsNull],
        _ => [Equal, In, Less, LessOrEqual, Greater, GreaterOrEqual, IsNull],
    };

    private static InputObjectTypeDefinition FilterOf(string name, string leafType, string[] operations, string description) => new(name)
    {
        Description = description,
        Fields = [.. operations.Select(operation => new InputFieldDefinition(operation, TypeOf(operation, leafType)) { Description = DescriptionOf(operation) })],
    };

    private static string TypeOf(string operation, string leafType) => operation switch
    {
        In or NotIn => $"[{leafType}!]",
        IsNull => "Boolean",
        _ => leafType,
    };

    private static string DescriptionOf(string operation) => operation switch
    {
        Equal => "Is this value.",
        In => "Is one of these values.",
        NotIn => "Is none of these values.",
        Less => "Is less, or earlier.",
        LessOrEqual => "Is less or equal, or not later.",
        Greater => "Is greater, or later.",
        GreaterOrEqual => "Is greater or equal, or not earlier.",
        StartsWith => "Begins with this text, letter by letter.",
        Contains => "Contains this text, with or without diacritics.",
        _ => "Has no value, or has one.",
    };
}
