using System.Globalization;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Whole numbers of 32 bits (specification, section 3.5.1).</summary>
internal sealed class IntCoercion : ScalarCoercion
{
    public override Type ResultType => typeof(int);

    public override LeafWriter<T>? WriterFor<T>() => new LeafWriter<int>((value, sink) => sink.WriteInt(value)) as LeafWriter<T>;

    public override Coercion CoerceInput(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) return NotWhole(ValueText.Of(value));
        return value.TryGetInt32(out var number) ? Coercion.To(number) : FromDouble(value.GetDouble());
    }

    public override Coercion CoerceLiteral(ValueNode literal)
    {
        if (literal is not IntValue integer) return NotWhole(Printer.Print(literal));
        return int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Coercion.To(number)
            : TooLarge(integer.Value);
    }

    public override Coercion CoerceResult(object value) => value switch
    {
        int => Coercion.To(value),
        short number => Coercion.To((int)number),
        ushort number => Coercion.To((int)number),
        byte number => Coercion.To((int)number),
        sbyte number => Coercion.To((int)number),
        bool truth => Coercion.To(truth ? 1 : 0),
        long number => FromLong(number),
        uint number => FromLong(number),
        ulong number => number <= int.MaxValue ? Coercion.To((int)number) : TooLarge(ValueText.Of(number)),
        double number => FromDouble(number),
        float number => FromDouble(number),
        decimal number => FromDouble((double)number),
        string text => FromText(text),
        _ => NotWhole(ValueText.Of(value)),
    };

    public override void Write(object value, JsonSink sink) => sink.WriteInt((int)value);

    private static Coercion FromText(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number)
            ? FromDouble(number)
            : NotWhole(ValueText.Of(text));

    private static Coercion FromLong(long number)
        => number is >= int.MinValue and <= int.MaxValue ? Coercion.To((int)number) : TooLarge(ValueText.Of(number));

    private static Coercion FromDouble(double number)
    {
        if (!double.IsFinite(number) || number != Math.Truncate(number)) return NotWhole(ValueText.Of(number));
        return number is >= int.MinValue and <= int.MaxValue ? Coercion.To((int)number) : TooLarge(ValueText.Of(number));
    }

    private static Coercion NotWhole(string value) => Coercion.Fail($"Int cannot represent non-integer value: {value}");

    private static Coercion TooLarge(string value) => Coercion.Fail($"Int cannot represent non 32-bit signed integer value: {value}");
}
