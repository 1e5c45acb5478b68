using System.Text;
using Modular.Isolation.Tests.Schema;

namespace Modular.Isolation.Tests.Cases;

/// <summary>What is asked of an object: all values, those of connections and of records within it too.</summary>
internal static class Selections
{
    private const int Depth = 2;

    /// <summary>The selection of a field of this type, with the space before it; empty for values.</summary>
    public static string Of(ServedSchema schema, TypeReference type) => Of(schema, schema[type.Named], Depth);

    /// <summary>The selection of a mutation's payload: what changed, and all that its problems tell.</summary>
    public static string OfPayload(ServedSchema schema, TypeReference payload)
    {
        var text = new StringBuilder(" {");
        foreach (var field in schema[payload.Named].Fields)
            text.Append(' ').Append(field.Name).Append(Of(schema, schema[field.Type.Named], 1));
        return text.Append(" }").ToString();
    }

    private static string Of(ServedSchema schema, ServedType type, int depth)
    {
        if (type.IsLeaf)
            return "";
        var text = new StringBuilder(" { __typename");
        foreach (var possible in type.PossibleTypes)
            text.Append(" ... on ").Append(possible).Append(" {").Append(Fields(schema, schema[possible], 0, possible + "_")).Append(" }");
        if (type.PossibleTypes.Count == 0)
            text.Append(Fields(schema, type, depth, ""));
        return text.Append(" }").ToString();
    }

    // Members of a union may have fields of one name and different types, so each gets a name of its own.
    private static string Fields(ServedSchema schema, ServedType type, int depth, string prefix)
    {
        var text = new StringBuilder(" __typename");
        foreach (var field in type.Fields.Where(field => field.NeedsNothing))
        {
            var shown = schema[field.Type.Named];
            if (shown.IsLeaf)
                text.Append(' ').Append(prefix.Length > 0 ? $"{prefix}{field.Name}: " : "").Append(field.Name);
            else if (depth > 0 && IsPartOf(type, field))
                text.Append(' ').Append(field.Name).Append(Of(schema, shown, depth - 1));
        }

        return text.ToString();
    }

    /// <summary>Whether the field leads to a part of the same thing (rows, edges, page) and not to another object, which has cases of its own.</summary>
    private static bool IsPartOf(ServedType type, ServedField field) =>
        type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal)
        || field.Type.Named is "PageInfo";
}
