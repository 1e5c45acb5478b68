using System.Globalization;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Opaque identifiers, strings in responses (specification, section 3.5.5).</summary>
internal sealed class IdCoercion : ScalarCoercion
{
    public override Type ResultType => typeof(string);

    public override LeafWriter<T>? WriterFor<T>()
        => typeof(T) == typeof(Guid)
            ? new LeafWriter<Guid>((value, sink) => sink.WriteGuid(value)) as LeafWriter<T>
            : new LeafWriter<string>((value, sink) => sink.WriteString(value)) as LeafWriter<T>;

    public override Coercion CoerceInput(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return Coercion.To(value.GetString());
        if (value.ValueKind != JsonValueKind.Number) return NotAnId(ValueText.Of(value));
        return value.TryGetInt64(out var number) ? Coercion.To(number.ToString(CultureInfo.InvariantCulture)) : FromDouble(value.GetDouble());
    }

    public override Coercion CoerceLiteral(ValueNode literal) => literal switch
    {
        StringValue text => Coercion.To(text.Value),
        IntValue integer => Coercion.To(integer.Value),
        _ => Coercion.Fail($"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}"),
    };

    public override Coercion CoerceResult(object value) => value switch
    {
        string => Coercion.To(value),
        Guid id => Coercion.To(id.ToString()),
        int or long or short or byte or uint or ulong or ushort or sbyte
            => Coercion.To(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        double number => FromDouble(number),
        _ => NotAnId(ValueText.Of(value)),
    };

    public override void Write(object value, JsonSink sink) => sink.WriteString((string)value);

    private static Coercion FromDouble(double number)
        => double.IsFinite(number) && number == Math.Truncate(number)
            ? Coercion.To(NumberText.Of(number))
            : NotAnId(ValueText.Of(number));

    private static Coercion NotAnId(string value) => Coercion.Fail($"ID cannot represent value: {value}");
}
