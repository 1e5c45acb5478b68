using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Puts the module's tables into its schema, and the tables of the kernel that all may join beside them.</summary>
internal sealed class KernelTablesConvention(string schema) : IModelInitializedConvention
{
    public void ProcessModelInitialized(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        modelBuilder.HasDefaultSchema(schema);
        // As if it were annotated: what only a convention added would be removed again as unused.
        var tree = modelBuilder.Entity(typeof(OrganizationTreeRow), fromDataAnnotation: true)!;
        tree.ToTable("organization_tree", "kernel");
        tree.HasNoKey(fromDataAnnotation: true);
        tree.HasAnnotation("Modular:Scope", new EntityScope { NotScopedBecause = "The shape of the tree is known to every user." });
    }
}
