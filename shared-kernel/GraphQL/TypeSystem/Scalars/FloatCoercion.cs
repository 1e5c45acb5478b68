using System.Globalization;
using System.Text.Json;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Double-precision numbers (specification, section 3.5.2).</summary>
internal sealed class FloatCoercion : ScalarCoercion
{
    public override Coercion CoerceInput(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? Coercion.To(number)
            : NotNumeric(ValueText.Of(value));

    public override Coercion CoerceLiteral(ValueNode literal)
    {
        var digits = (literal as FloatValue)?.Value ?? (literal as IntValue)?.Value;
        return digits is not null && TryParse(digits, out var number) ? Coercion.To(number) : NotNumeric(Printer.Print(literal));
    }

    public override Coercion CoerceResult(object value) => value switch
    {
        double number => double.IsFinite(number) ? Coercion.To(value) : NotNumeric(ValueText.Of(value)),
        float number => float.IsFinite(number) ? Coercion.To((double)number) : NotNumeric(ValueText.Of(value)),
        decimal number => Coercion.To((double)number),
        int or long or short or byte or uint or ulong or ushort or sbyte => Coercion.To(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        bool truth => Coercion.To(truth ? 1.0 : 0.0),
        string text when TryParse(text, out var number) => Coercion.To(number),
        _ => NotNumeric(ValueText.Of(value)),
    };

    public override void Write(object value, JsonSink sink) => sink.WriteDouble((double)value);

    private static bool TryParse(string text, out double number)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static Coercion NotNumeric(string value) => Coercion.Fail($"Float cannot represent non numeric value: {value}");
}
