namespace Modular.Kernel.GraphQL;

/// <summary>
/// Contributes fields to a type of another module, named by its GraphQL name alone. What is contributed falls away when either
/// module is not enabled.
/// </summary>
/// <param name="typeName">The name of the type, for instance <c>Organization</c>.</param>
public abstract class EntityTypeExtension(string typeName)
{
    internal string TypeName { get; } = typeName;

    /// <summary>Declares the fields. Called once, at composition.</summary>
    protected abstract void Define(EntityExtensionBuilder type);

    internal ExtensionDeclaration Declare()
    {
        var declaration = new ExtensionDeclaration(TypeName, GetType());
        Define(new EntityExtensionBuilder(declaration));
        return declaration;
    }
}

/// <summary>Declares the fields that a module contributes to a type of another one.</summary>
public sealed class EntityExtensionBuilder : RelationBuilder
{
    internal EntityExtensionBuilder(ExtensionDeclaration declaration)
        : base(declaration.Fields)
    {
    }
}
