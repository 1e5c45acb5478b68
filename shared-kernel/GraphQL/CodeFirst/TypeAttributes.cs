namespace Modular.GraphQL.CodeFirst;

/// <summary>Marks a static class whose public methods are fields of the query root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>Marks a static class whose public methods are mutations.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>Marks a static class whose methods with <see cref="SubscribeAttribute"/> are subscriptions.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>
/// Marks a static class whose public methods are fields of an object type, named by its GraphQL name alone, of whatever owner. Each
/// method takes its parents by a parameter with <see cref="ParentsAttribute"/> and serves all parents of a level at once.
/// </summary>
/// <param name="typeName">The name of the type in the schema.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(string typeName) : Attribute
{
    /// <summary>The name of the type in the schema.</summary>
    public string TypeName { get; } = typeName;
}

/// <summary>Marks a record that is an input object of which exactly one field is given (<c>@oneOf</c>). Its properties are all nullable.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;
