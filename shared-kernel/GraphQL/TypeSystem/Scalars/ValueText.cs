using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// Shows values in error messages the way graphql-js does, cut short: at most ten items of a list, at most two levels of nesting. Of an object
/// with very many fields the first thousand characters are shown.
/// </summary>
public static class ValueText
{
    private const int MostItems = 10;
    private const int DeepestLevel = 2;
    private const int MostCharacters = 1000;

    /// <summary>A JSON value, for instance <c>{ first: [1, "a"] }</c>.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    /// <summary>A CLR value: strings in quotes, numbers and booleans as in JSON, all else by the name of its type.</summary>
    public static string Of(object value) => value switch
    {
        string text => Quote(text),
        bool truth => truth ? "true" : "false",
        double number => NumberText.Of(number),
        float number => NumberText.Of(number),
        decimal or int or uint or long or ulong or short or ushort or byte or sbyte
            => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => $"[{value.GetType().Name}]",
    };

    private static void Append(StringBuilder text, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(Quote(value.GetString()!));
                break;
            case JsonValueKind.Array:
                AppendArray(text, value, depth + 1);
                break;
            case JsonValueKind.Object:
                AppendObject(text, value, depth + 1);
                break;
            case JsonValueKind.Number:
                text.Append(value.TryGetInt64(out var whole) && Math.Abs(whole) < 1L << 53 ? whole.ToString(CultureInfo.InvariantCulture) : NumberText.Of(value.GetDouble()));
                break;
            case JsonValueKind.Undefined:
                text.Append("undefined");
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendArray(StringBuilder text, JsonElement array, int depth)
    {
        var count = array.GetArrayLength();
        if (count > 0 && depth > DeepestLevel)
        {
            text.Append("[Array]");
            return;
        }

        text.Append('[');
        foreach (var (index, item) in array.EnumerateArray().Take(MostItems).Index())
        {
            if (index > 0) text.Append(", ");
            Append(text, item, depth);
        }

        var rest = count - MostItems;
        if (rest > 0) text.Append(CultureInfo.InvariantCulture, $", ... {rest} more item{(rest == 1 ? "" : "s")}");
        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, JsonElement value, int depth)
    {
        var isEmpty = !value.EnumerateObject().Any();
        if (isEmpty || depth > DeepestLevel)
        {
            text.Append(isEmpty ? "{}" : "[Object]");
            return;
        }

        text.Append("{ ");
        foreach (var (index, property) in value.EnumerateObject().Index())
        {
            if (index > 0) text.Append(", ");
            if (text.Length > MostCharacters)
            {
                text.Append("...");
                break;
            }

            text.Append(property.Name).Append(": ");
            Append(text, property.Value, depth);
        }

        text.Append(" }");
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
