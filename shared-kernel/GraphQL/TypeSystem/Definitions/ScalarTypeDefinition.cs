namespace Modular.GraphQL.TypeSystem;

/// <summary>A scalar type: a leaf with rules of its own for reading and writing.</summary>
/// <param name="name">The type's name in the schema.</param>
/// <param name="coercion">How values are read and written.</param>
public sealed class ScalarTypeDefinition(string name, ScalarCoercion coercion) : TypeDefinition(name)
{
    /// <summary>How values are read and written.</summary>
    public ScalarCoercion Coercion { get; } = coercion;

    /// <summary>The address of the text that specifies the scalar's format (the <c>@specifiedBy</c> directive).</summary>
    public string? SpecifiedByUrl { get; set; }
}
