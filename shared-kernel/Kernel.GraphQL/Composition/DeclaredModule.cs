namespace Modular.Kernel.GraphQL;

/// <summary>What a module declared, asked of it once.</summary>
internal sealed class DeclaredModule
{
    public DeclaredModule(SchemaContribution contribution)
    {
        Id = contribution.ModuleId;
        Entities = [.. contribution.EntityTypes.Select(type => type.Declare())];
        Extensions = [.. contribution.Extensions.Select(extension => extension.Declare()), .. contribution.Queries.Select(query => query.Declare())];
        MethodClasses = contribution.MethodClasses;
    }

    public string Id { get; }

    public IReadOnlyList<EntityDeclaration> Entities { get; }

    public IReadOnlyList<ExtensionDeclaration> Extensions { get; }

    public IReadOnlyList<Type> MethodClasses { get; }
}
