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
        var tree = modelBuilder.Entity(typeof(OrganizationTreeRow))!;
        tree.ToTable("organization_tree", "kernel");
        tree.PrimaryKey(
            [.. new[] { nameof(OrganizationTreeRow.ProvinceId), nameof(OrganizationTreeRow.OrganizationId), nameof(OrganizationTreeRow.Valid) }
                .Select(name => tree.Metadata.FindProperty(name) ?? tree.Property(typeof(OrganizationTreeRow).GetProperty(name)!)!.Metadata)]);
        tree.HasAnnotation("Modular:Scope", new EntityScope { NotScopedBecause = "The shape of the tree is known to every user." });
    }
}
