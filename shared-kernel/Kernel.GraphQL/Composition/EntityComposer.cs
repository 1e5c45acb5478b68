using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes the object type of an entity.</summary>
internal sealed class EntityComposer(Composition composition)
{
    private readonly FieldComposer fields = new(composition);

    /// <summary>Adds the type to the schema.</summary>
    public void Add(EntityTable table)
    {
        var declaration = table.Declaration;
        var definition = new ObjectTypeDefinition(table.Name)
        {
            Description = declaration.Description ?? XmlDescriptions.Of(declaration.Entity),
            Interfaces = declaration.IsNode ? [KernelTypes.Node] : [],
        };
        definition.Features.Set(new FieldFacts(null, table.Permissions, declaration.Requirement?.Reason));
        if (declaration.Requirement is null)
        {
            composition.Errors.Add(
                $"The type \"{table.Name}\" of module \"{table.ModuleId}\" does not say who may read it.",
                "Call Requires(permission), or Public(reason).", table.Name, table.ModuleId);
        }

        if (declaration.IsNode)
            definition.Fields.Add(IdDefinition(table));
        foreach (var field in declaration.Fields)
            fields.AddTo(definition.Fields, field, table.Name, table, table.ModuleId);
        composition.Builder.Add(definition, table.ModuleId);
    }

    private static FieldDefinition IdDefinition(EntityTable table)
    {
        var id = new FieldDefinition("id", "ID!") { Description = "Opaque and stable.", Resolver = new IdField(table.Name) };
        id.Features.Set(new FieldFacts(DataClass.Internal, [], null));
        return id;
    }
}
