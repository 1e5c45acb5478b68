using System.Reflection;
using System.Text;

namespace Modular.Architecture.Tests.Rules;

/// <summary>All that an assembly shows to those who build against it, as a text that can be compared and read in a review.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The visible types in the order of their names, each with its members.</summary>
    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    /// <summary>These types in the order of their names, each with its members.</summary>
    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(type => $"{type.Namespace}.{SurfaceText.Of(type)}", StringComparer.Ordinal))
        {
            text.Append(SurfaceText.HeadOf(type)).Append('\n');
            foreach (var line in Members(type))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        var members = SurfaceText.IsDelegate(type) ? [type.GetMethod("Invoke")!] : type.GetMembers(Declared);
        var lines = members.Select(SurfaceText.Of).OfType<string>();
        return type.IsEnum ? lines : lines.Order(StringComparer.Ordinal);
    }
}
