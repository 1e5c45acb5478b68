using System.Globalization;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Text (specification, section 3.5.3).</summary>
internal sealed class StringCoercion : ScalarCoercion
{
    public override Type ResultType => typeof(string);

    public override LeafWriter<T>? WriterFor<T>() => new LeafWriter<string>((value, sink) => sink.WriteString(value)) as LeafWriter<T>;

    public override Coercion CoerceInput(JsonElement value)
        => value.ValueKind == JsonValueKind.String ? Coercion.To(value.GetString()) : NotText(ValueText.Of(value));

    public override Coercion CoerceLiteral(ValueNode literal)
        => literal is StringValue text ? Coercion.To(text.Value) : NotText(Printer.Print(literal));

    public override Coercion CoerceResult(object value) => value switch
    {
        string => Coercion.To(value),
        bool truth => Coercion.To(truth ? "true" : "false"),
        char letter => Coercion.To(letter.ToString()),
        double number when !double.IsFinite(number) => Unrepresentable(value),
        float number when !float.IsFinite(number) => Unrepresentable(value),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Guid
            => Coercion.To(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        _ => Unrepresentable(value),
    };

    public override void Write(object value, JsonSink sink) => sink.WriteString((string)value);

    private static Coercion NotText(string value) => Coercion.Fail($"String cannot represent a non string value: {value}");

    private static Coercion Unrepresentable(object value) => Coercion.Fail($"String cannot represent value: {ValueText.Of(value)}");
}
