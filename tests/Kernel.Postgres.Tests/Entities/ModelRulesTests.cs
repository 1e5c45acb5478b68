using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Tests.Entities;

public sealed class ModelRulesTests
{
    [Fact]
    public void An_entity_that_does_not_say_who_sees_it_is_refused() => Refuses<Unscoped>(
        entity => entity.HasKey(row => new { row.ProvinceId, row.Id }),
        "Unscoped does not say who sees its rows. Add ScopedBy(property, permission), ScopedThrough(property, parent) or NotScoped(reason).");

    [Fact]
    public void A_key_without_the_province_is_refused() => Refuses<Unscoped>(
        entity => entity.NotScoped("test").HasKey(row => row.Id),
        "The key of Unscoped must begin with ProvinceId, as in HasKey(e => new { e.ProvinceId, e.Id }).");

    [Fact]
    public void A_scope_through_an_unknown_parent_is_refused() => Refuses<Unscoped>(
        entity =>
        {
            entity.HasKey(row => new { row.ProvinceId, row.Id });
            entity.ScopedThrough(row => row.Id, typeof(string));
        },
        "Unscoped is scoped through String, which is not an entity of the same module with a property Id.");

    [Fact]
    public void An_entity_is_scoped_in_one_way() => Refuses<Unscoped>(
        entity => entity.NotScoped("test").ScopedBy(row => row.Id, "test.read"),
        "Unscoped is already scoped in another way. An entity takes one of ScopedBy (one permission), ScopedThrough and NotScoped.");

    [Fact]
    public void A_class_that_belongs_to_no_province_is_refused() => Refuses<Stray>(
        entity => entity.HasKey(row => row.Id),
        "Stray is mapped by a module but does not implement IProvinceOwned.");

    private static void Refuses<TEntity>(
        Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<TEntity>> declare, string message)
        where TEntity : class
    {
        using var context = new OneEntityContext<TEntity>(declare);
        context.BindForModel(ContextBinding.ForModel("test"));

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => context.Model).Message);
    }

    private sealed class Unscoped : IProvinceOwned
    {
        public ProvinceId ProvinceId { get; private set; }

        public Guid Id { get; init; }
    }

    private sealed class Stray
    {
        public Guid Id { get; init; }
    }

    private sealed class OneEntityContext<TEntity>(
        Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<TEntity>> declare)
        : ModuleDbContext(new DbContextOptionsBuilder().UseNpgsql().EnableServiceProviderCaching(false).Options)
        where TEntity : class
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity(declare);
    }
}
