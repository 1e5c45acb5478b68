using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>True or false (specification, section 3.5.4).</summary>
internal sealed class BooleanCoercion : ScalarCoercion
{
    public override Type ResultType => typeof(bool);

    public override LeafWriter<T>? WriterFor<T>() => new LeafWriter<bool>((value, sink) => sink.WriteBoolean(value)) as LeafWriter<T>;

    public override Coercion CoerceInput(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Coercion.To(true),
        JsonValueKind.False => Coercion.To(false),
        _ => NotBoolean(ValueText.Of(value)),
    };

    public override Coercion CoerceLiteral(ValueNode literal)
        => literal is BooleanValue boolean ? Coercion.To(boolean.Value) : NotBoolean(Printer.Print(literal));

    public override Coercion CoerceResult(object value) => value switch
    {
        bool => Coercion.To(value),
        int number => Coercion.To(number != 0),
        long number => Coercion.To(number != 0),
        double number when double.IsFinite(number) => Coercion.To(number != 0),
        _ => NotBoolean(ValueText.Of(value)),
    };

    public override void Write(object value, JsonSink sink) => sink.WriteBoolean((bool)value);

    private static Coercion NotBoolean(string value) => Coercion.Fail($"Boolean cannot represent a non boolean value: {value}");
}
