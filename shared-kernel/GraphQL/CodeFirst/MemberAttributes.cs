namespace Modular.GraphQL.CodeFirst;

/// <summary>Another name in the schema than the one that follows from C#.</summary>
/// <param name="name">The name in the schema.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method
    | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>Says that something is about to go, when, and what to use instead.</summary>
/// <param name="reason">One sentence for the callers.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>One sentence for the callers.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Keeps a public method, property or enumeration member out of the schema.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>
/// The parameter that takes the parents of a level: a list of keys (<see cref="Guid"/>), of a record whose properties name the columns
/// that are needed, or of the objects themselves where the type is made of C# objects.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentsAttribute : Attribute;

/// <summary>
/// Makes a method of a <see cref="SubscriptionTypeAttribute"/> class a subscription. Another method of the class opens the stream of events when a client subscribes;
/// this one is called for each event, with services and rights as they are then.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The method that opens the stream: it returns an <see cref="IAsyncEnumerable{T}"/>. It must not keep a connection while it waits.</summary>
    public required string With { get; init; }
}

/// <summary>The parameter that takes the event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;

/// <summary>
/// Makes a <see cref="Guid"/> an <c>ID</c>: opaque outside, and checked to be one of the named type when it comes in.
/// </summary>
/// <param name="typeName">The name of the object type whose objects it identifies.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IDAttribute(string typeName) : Attribute
{
    /// <summary>The name of the object type.</summary>
    public string TypeName { get; } = typeName;
}

/// <summary>
/// About how many items a method's list has, for the cost of an operation that asks for it, as <c>@listSize(assumedSize:)</c> says it in SDL. Where it is not said the engine
/// assumes its own default; a list with an argument <c>first</c> or <c>last</c> is sliced by that.
/// </summary>
/// <param name="items">The number of items.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AssumedSizeAttribute(int items) : Attribute
{
    /// <summary>The number of items.</summary>
    public int Items { get; } = items;
}
