using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL;

/// <summary>What a schema method returns, without tasks and results around it.</summary>
internal static class MethodResult
{
    /// <summary>The type that is left when tasks are taken away.</summary>
    public static NullabilityInfo Of(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        return IsGeneric(info.Type, typeof(Task<>)) || IsGeneric(info.Type, typeof(ValueTask<>)) ? info.GenericTypeArguments[0] : info;
    }

    /// <summary>The success of a <see cref="Result{T}"/>; null where the method returns none.</summary>
    public static NullabilityInfo? SuccessOf(NullabilityInfo returned) =>
        IsGeneric(returned.Type, typeof(Result<>)) ? returned.GenericTypeArguments[0] : null;

    /// <summary>The values of a dictionary; null where the type is none.</summary>
    public static NullabilityInfo? ValuesOf(NullabilityInfo returned) =>
        IsGeneric(returned.Type, typeof(IReadOnlyDictionary<,>)) || IsGeneric(returned.Type, typeof(Dictionary<,>))
            ? returned.GenericTypeArguments[1]
            : null;

    /// <summary>The items of a list; null where the type is none.</summary>
    public static NullabilityInfo? ItemsOf(NullabilityInfo returned)
    {
        if (returned.ElementType is { } element)
            return element;
        return TypeUse.Of(returned).Item is null ? null : returned.GenericTypeArguments[0];
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
