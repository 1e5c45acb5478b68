using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Refuses an entity that does not belong to a province or whose key does not begin with it.</summary>
internal sealed class ProvinceConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.IsOwned())
                continue;
            if (!typeof(IProvinceOwned).IsAssignableFrom(entity.ClrType))
                throw EntityErrors.NotProvinceOwned(entity.ClrType.Name);
            if (entity.FindPrimaryKey() is { } key && key.Properties[0].Name != nameof(IProvinceOwned.ProvinceId))
                throw EntityErrors.KeyWithoutProvince(entity.ClrType.Name);
            CheckScope(entity);
        }
    }

    private static void CheckScope(IConventionEntityType entity)
    {
        var scope = entity.FindScope() ?? throw EntityErrors.NoScope(entity.ClrType.Name);
        if (scope is { Permission: null, Parent: null, KindProperty: null, NotScopedBecause: null })
            throw EntityErrors.NoScope(entity.ClrType.Name);
        string?[] named = [.. scope.OrganizationProperties, scope.SelfProperty, scope.KindProperty, scope.ModuleProperty, scope.Parent?.KeyProperty];
        foreach (var property in named)
        {
            if (property is not null && entity.FindProperty(property) is null)
                throw EntityErrors.UnknownScopeProperty(entity.ClrType.Name, property);
        }

        if (scope.Parent is { Entity: var parent } && entity.Model.FindEntityType(parent)?.FindProperty("Id") is null)
            throw EntityErrors.UnknownParent(entity.ClrType.Name, parent.Name);
    }
}
