using System.Globalization;
using System.Text.Json;
using Modular.GraphQL.AspNetCore.Uploads;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>The scalars beyond those of the specification.</summary>
internal static class KernelScalars
{
    /// <summary>The names of all scalars by CLR type, those of the specification included.</summary>
    public static readonly IReadOnlyDictionary<Type, string> ByType = new Dictionary<Type, string>
    {
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(int)] = "Int",
        [typeof(short)] = "Int",
        [typeof(byte)] = "Int",
        [typeof(double)] = "Float",
        [typeof(float)] = "Float",
        [typeof(long)] = "Long",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "UUID",
        [typeof(DateOnly)] = "Date",
        [typeof(DateTimeOffset)] = "DateTime",
        [typeof(DateTime)] = "DateTime",
        [typeof(Upload)] = "Upload",
    };

    /// <summary>The definitions.</summary>
    public static IEnumerable<ScalarTypeDefinition> Definitions()
    {
        yield return new ScalarTypeDefinition("Date", new TextScalar<DateOnly>(
            "Date", "a day such as \"2026-11-22\"", ParseDate, static (day, sink) => sink.WriteDate(day)))
        {
            Description = "A day of the Gregorian calendar in Vietnam, as `yyyy-MM-dd`.",
        };
        yield return new ScalarTypeDefinition("DateTime", new TextScalar<DateTimeOffset>(
            "DateTime", "a moment such as \"2026-11-22T08:30:00Z\"", ParseDateTime, static (moment, sink) => sink.WriteDateTime(moment)))
        {
            Description = "A moment with its offset from UTC (RFC 3339).",
            SpecifiedByUrl = "https://scalars.graphql.org/andimarek/date-time.html",
        };
        yield return new ScalarTypeDefinition("UUID", new TextScalar<Guid>(
            "UUID", "a UUID", static text => Guid.TryParseExact(text, "D", out var value) ? value : null, static (value, sink) => sink.WriteGuid(value)))
        {
            Description = "A UUID in lower case with hyphens.",
            SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc9562",
        };
        yield return new ScalarTypeDefinition("Decimal", new DecimalScalar())
        {
            Description = "A decimal number, as a string so that no digit is lost; numbers are taken too.",
        };
        yield return Upload.Scalar;
        yield return new ScalarTypeDefinition("Long", new LongScalar()) { Description = "A whole number of 64 bits." };
    }

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? ParseDateTime(string text)
    {
        // A moment without an offset is no moment.
        var hasOffset = text.EndsWith('Z') || text.EndsWith('z') || text.AsSpan(Math.Min(10, text.Length)).IndexOfAny('+', '-') >= 0;
        return hasOffset && text.Contains('T', StringComparison.OrdinalIgnoreCase)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment
                : null;
    }
}

/// <summary>A scalar that is a JSON string.</summary>
/// <param name="name">The scalar's name.</param>
/// <param name="form">What form it takes, for messages.</param>
/// <param name="parse">Reads a text; null where it has another form.</param>
/// <param name="write">Writes a value.</param>
internal sealed class TextScalar<T>(string name, string form, Func<string, T?> parse, Action<T, JsonSink> write) : ScalarCoercion
    where T : struct
{
    /// <inheritdoc />
    public override Type ResultType => typeof(T);

    /// <inheritdoc />
    public override Coercion CoerceInput(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!, value.GetRawText()) : Refuse(value.GetRawText());

    /// <inheritdoc />
    public override Coercion CoerceLiteral(ValueNode literal) => literal is StringValue text ? Parse(text.Value, Printer.Print(literal)) : Refuse(Printer.Print(literal));

    /// <inheritdoc />
    public override Coercion CoerceResult(object value) => value switch
    {
        T typed => Coercion.To(typed),
        DateTime moment when typeof(T) == typeof(DateTimeOffset) => Coercion.To(new DateTimeOffset(moment.ToUniversalTime())),
        _ => Coercion.Fail($"{name} cannot represent a value of type {value.GetType().Name}."),
    };

    /// <inheritdoc />
    public override void Write(object value, JsonSink sink) => write((T)value, sink);

    private Coercion Parse(string text, string shown) => parse(text) is { } value ? Coercion.To(value) : Refuse(shown);

    private Coercion Refuse(string shown) => Coercion.Fail($"{name} must be {form}, not {shown}.");
}
