using System.Text.Json;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>A scalar type.</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(string name, string? description, string owner, Features features, ScalarCoercion coercion, string? specifiedByUrl)
        : base(name, description, owner, features)
    {
        Coercion = coercion;
        SpecifiedByUrl = specifiedByUrl;
    }

    /// <summary>How values are read and written.</summary>
    public ScalarCoercion Coercion { get; }

    /// <summary>The address of the text that specifies the scalar's format.</summary>
    public string? SpecifiedByUrl { get; }

    /// <summary>Coerces a value of the request's variables; not null.</summary>
    public Coercion CoerceInput(JsonElement value) => Coercion.CoerceInput(value);

    /// <summary>Coerces a literal of a document; neither null nor a variable.</summary>
    public Coercion CoerceLiteral(ValueNode literal) => Coercion.CoerceLiteral(literal);

    /// <summary>Coerces what a resolver returned; not null.</summary>
    public Coercion CoerceResult(object value) => Coercion.CoerceResult(value);

    /// <summary>Writes a value that <see cref="CoerceResult"/> accepted.</summary>
    public void Write(object value, JsonSink sink) => Coercion.Write(value, sink);
}
