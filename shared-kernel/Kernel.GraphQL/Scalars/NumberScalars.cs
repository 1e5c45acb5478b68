using System.Globalization;
using System.Text.Json;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Decimal numbers.</summary>
internal sealed class DecimalScalar : ScalarCoercion
{
    /// <inheritdoc />
    public override Type ResultType => typeof(decimal);

    /// <inheritdoc />
    public override Coercion CoerceInput(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Parse(value.GetString()!),
        JsonValueKind.Number => Parse(value.GetRawText()),
        _ => Refuse(value.GetRawText()),
    };

    /// <inheritdoc />
    public override Coercion CoerceLiteral(ValueNode literal) => literal switch
    {
        StringValue text => Parse(text.Value),
        IntValue or FloatValue => Parse(Printer.Print(literal)),
        _ => Refuse(Printer.Print(literal)),
    };

    /// <inheritdoc />
    public override Coercion CoerceResult(object value) => value is decimal number
        ? Coercion.To(number)
        : Coercion.To(Convert.ToDecimal(value, CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override void Write(object value, JsonSink sink)
    {
        sink.WriteRaw((byte)'"');
        sink.WriteDecimal((decimal)value);
        sink.WriteRaw((byte)'"');
    }

    private static Coercion Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? Coercion.To(number)
            : Refuse(text);

    private static Coercion Refuse(string shown) => Coercion.Fail($"Decimal must be a decimal number, not {shown}.");
}

/// <summary>Whole numbers of 64 bits.</summary>
internal sealed class LongScalar : ScalarCoercion
{
    /// <inheritdoc />
    public override Type ResultType => typeof(long);

    /// <inheritdoc />
    public override Coercion CoerceInput(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => Coercion.To(number),
        JsonValueKind.String => Parse(value.GetString()!),
        _ => Refuse(value.GetRawText()),
    };

    /// <inheritdoc />
    public override Coercion CoerceLiteral(ValueNode literal) => literal is IntValue ? Parse(Printer.Print(literal)) : Refuse(Printer.Print(literal));

    /// <inheritdoc />
    public override Coercion CoerceResult(object value) => Coercion.To(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override void Write(object value, JsonSink sink) => sink.WriteLong((long)value);

    private static Coercion Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Coercion.To(number) : Refuse(text);

    private static Coercion Refuse(string shown) => Coercion.Fail($"Long must be a whole number of 64 bits, not {shown}.");
}
