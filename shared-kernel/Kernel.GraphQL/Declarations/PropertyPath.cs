using System.Reflection;

namespace Modular.Kernel.GraphQL;

/// <summary>Properties by names that may lead through complex properties: <c>FullName</c>, <c>Home.Commune</c>.</summary>
internal static class PropertyPath
{
    /// <summary>The property at the end of the path.</summary>
    public static PropertyInfo Find(Type type, string path)
    {
        PropertyInfo? property = null;
        foreach (var name in path.Split('.'))
        {
            property = type.GetProperty(name) ?? throw new InvalidOperationException($"{type.Name} has no property {name}.");
            type = property.PropertyType;
        }

        return property!;
    }
}
