using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// The permission that a method of a <c>[QueryType]</c>, <c>[MutationType]</c> or <c>[ExtendObjectType]</c> class takes. Without it the
/// method does not run and the field answers <c>FORBIDDEN</c>. A root field with neither this nor <see cref="PublicAttribute"/> does not compose.
/// </summary>
/// <param name="permission">The permission's name, a constant of the module.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    /// <summary>The permission's name.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Opens a method to every signed-in user of the province, and says why.</summary>
/// <param name="reason">One sentence for whoever reviews it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute(string reason) : Attribute
{
    /// <summary>Why it is open.</summary>
    public string Reason { get; } = reason;
}

/// <summary>
/// A problem that a mutation may meet; it becomes a member of the mutation's error union. <see cref="InvalidInput"/>, <see cref="NotFound"/>,
/// <see cref="StaleVersion"/>, <see cref="IdempotencyKeyWasUsedForAnotherInput"/> and <see cref="NobodyActsOnTheirOwnCase"/> are members of every union.
/// </summary>
/// <typeparam name="TProblem">The problem; its properties become fields beside those of the interface <c>Problem</c>.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TProblem> : ErrorAttribute
    where TProblem : Problem
{
    internal override Type ProblemType => typeof(TProblem);
}

/// <summary>The base of all <see cref="ErrorAttribute{TProblem}"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class ErrorAttribute : Attribute
{
    private protected ErrorAttribute()
    {
    }

    internal abstract Type ProblemType { get; }
}

/// <summary>
/// Makes a <see cref="Guid"/> of an output record a field that shows the object of that key, read through the scoped read path of its
/// owner. The field is called as the property without a trailing <c>Id</c>. On a method it does the same for the keys that the method returns.
/// </summary>
/// <param name="typeName">The name of the object's type, of any module.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class ReferencesAttribute(string typeName) : Attribute
{
    /// <summary>The name of the object's type.</summary>
    public string TypeName { get; } = typeName;
}

/// <summary>
/// How closely what a method or a property shows must be held. On a record it holds for all properties that do not say it themselves. A value of which
/// nothing says it does not compose.
/// </summary>
/// <param name="dataClass">The class.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ClassifiedAttribute(DataClass dataClass) : Attribute
{
    /// <summary>The class.</summary>
    public DataClass DataClass { get; } = dataClass;
}
