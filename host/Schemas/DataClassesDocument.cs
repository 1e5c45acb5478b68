using System.Text;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Host.Schemas;

/// <summary>How closely every value of the schema must be held, as a page for whoever reviews it.</summary>
internal static class DataClassesDocument
{
    private const string Start =
        """
        # Data classes

        Written by `dotnet run --project host -- data-classes`; what it says is what the modules declare ([data protection](data-protection.md)). **Sensitive** personal data take a permission
        of their own or that of their type, and reading them is logged; *basic* personal data take the permission of their type; the rest is internal. What a field takes
        stands beside it. Ids, cursors, counts of pages and codes of errors are the kernel's own and hold no personal data.


        """;

    /// <summary>The page.</summary>
    public static string Of(Schema schema)
    {
        var text = new StringBuilder(Start);
        foreach (var type in schema.Types.OfType<ObjectType>().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var values = type.Fields.Where(field => field.Features.Get<FieldFacts>()?.DataClass is not null).OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
            if (values.Count == 0)
                continue;
            text.Append($"## {type.Name}\n");
            Append(text, "**Sensitive**", values, DataClass.Sensitive);
            Append(text, "*Basic*", values, DataClass.Basic);
            Append(text, "Internal", values, DataClass.Internal);
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, string title, List<Field> values, DataClass dataClass)
    {
        var names = values.Where(field => Facts(field).DataClass == dataClass).Select(Named).ToList();
        if (names.Count > 0)
            text.Append($"- {title}: {string.Join(", ", names)}\n");
    }

    private static string Named(Field field)
    {
        var permissions = Facts(field).Permissions.Distinct().ToList();
        return permissions.Count == 0 ? $"`{field.Name}`" : $"`{field.Name}` ({string.Join(" and ", permissions.Select(permission => $"`{permission}`"))})";
    }

    private static FieldFacts Facts(Field field) => field.Features.Get<FieldFacts>()!;
}
