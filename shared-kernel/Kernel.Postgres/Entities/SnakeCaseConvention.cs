using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Names tables and columns in snake_case where the module names nothing itself.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.Builder.ToTable(SnakeCase.Of(table), entity.GetSchema());
            NameColumns(entity, prefix: "");
        }
    }

    private static void NameColumns(IConventionTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
            property.Builder.HasColumnName(prefix + SnakeCase.Of(property.Name));
        foreach (var complex in type.GetDeclaredComplexProperties())
            NameColumns(complex.ComplexType, $"{prefix}{SnakeCase.Of(complex.Name)}_");
    }
}
