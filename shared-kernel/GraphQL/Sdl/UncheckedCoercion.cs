using System.Text.Json;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>Takes every value as it is, since SDL does not tell the rules of a scalar.</summary>
internal sealed class UncheckedCoercion : ScalarCoercion
{
    public static readonly UncheckedCoercion Instance = new();

    public override Coercion CoerceInput(JsonElement value) => Coercion.To(value.Clone());

    public override Coercion CoerceLiteral(ValueNode literal) => Coercion.To(literal);

    public override Coercion CoerceResult(object value) => Coercion.To(value);

    public override void Write(object value, JsonSink sink)
    {
        if (value is ValueNode literal) sink.WriteString(Printer.Print(literal));
        else JsonValues.Write(value, sink);
    }
}
