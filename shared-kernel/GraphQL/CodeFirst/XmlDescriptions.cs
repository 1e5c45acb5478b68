using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Modular.GraphQL.CodeFirst;

/// <summary>
/// The XML documentation comments of an assembly, from the .xml file beside it, as descriptions. Each file is read once, when the first
/// description of its assembly is asked for.
/// </summary>
public static partial class XmlDescriptions
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>The summary of a type, or null.</summary>
    public static string? Of(Type type) => Summary(Find(type.Assembly, "T:" + NameOf(type)));

    /// <summary>The summary of a property, or what its record says of the parameter of that name; null where neither says anything.</summary>
    public static string? Of(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        return Summary(Find(declaring.Assembly, $"P:{NameOf(declaring)}.{property.Name}"))
            ?? Parameter(Find(declaring.Assembly, "T:" + NameOf(declaring)), property.Name);
    }

    /// <summary>The summary of a member of an enumeration, or null.</summary>
    public static string? Of(FieldInfo field) =>
        Summary(Find(field.DeclaringType!.Assembly, $"F:{NameOf(field.DeclaringType)}.{field.Name}"));

    /// <summary>The summary of a method, or null.</summary>
    public static string? Of(MethodInfo method) => Summary(FindMethod(method));

    /// <summary>What a method says of its parameter, or null.</summary>
    public static string? Of(ParameterInfo parameter) =>
        parameter.Member is MethodInfo method ? Parameter(FindMethod(method), parameter.Name!) : null;

    private static XElement? FindMethod(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        var members = MembersOf(method.DeclaringType!.Assembly);
        // The form of parameter types in documentation names is of no interest here: schema methods are not overloaded.
        return members.GetValueOrDefault(name)
            ?? members.FirstOrDefault(member => member.Key.StartsWith(name + "(", StringComparison.Ordinal)
                || member.Key.StartsWith(name + "``", StringComparison.Ordinal)).Value;
    }

    private static XElement? Find(Assembly assembly, string name) => MembersOf(assembly).GetValueOrDefault(name);

    private static Dictionary<string, XElement> MembersOf(Assembly assembly) => Files.GetOrAdd(assembly, Read);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (assembly.Location.Length == 0 || !File.Exists(file))
            return [];
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var member in XDocument.Load(file).Descendants("member"))
            members[member.Attribute("name")!.Value] = member;
        return members;
    }

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string? Summary(XElement? member) => Text(member?.Element("summary"));

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name));

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = string.Concat(element.Nodes().Select(Words));
        text = WhiteSpace().Replace(text, " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => ReferenceName(reference),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Words)) + " ",
        _ => "",
    };

    private static string ReferenceName(XElement reference)
    {
        var target = reference.Attribute("cref")?.Value ?? reference.Attribute("name")?.Value ?? reference.Attribute("langword")?.Value;
        if (target is null)
            return reference.Value;
        var name = target[(target.LastIndexOf('.') + 1)..];
        return $"`{name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]}`";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
