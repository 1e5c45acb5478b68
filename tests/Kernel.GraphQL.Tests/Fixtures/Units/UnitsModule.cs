using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.Units;

[Module("units", Title = "Units", VietnameseTitle = "Tổ chức")]
public sealed class UnitsModule : ModularModule
{
    public override void Register(ModuleBuilder module) => module
        .Database<UnitsDbContext>("units")
        .GraphQL(type => type.Namespace == GetType().Namespace);
}

internal sealed class Unit : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? ParentId { get; set; }

    public required string Name { get; set; }
}

internal sealed class UnitsDbContext(DbContextOptions<UnitsDbContext> options) : ModuleDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Unit>(unit =>
    {
        unit.ToTable("organization");
        unit.HasKey(u => new { u.ProvinceId, u.Id });
        unit.NotScoped("Names of organizations are known to everyone.");
    });
}

internal sealed class UnitType : EntityType<Unit, UnitsDbContext>
{
    protected override void Define(EntityTypeBuilder<Unit> unit)
    {
        unit.Name("Organization").Describe("An organization of the tree (tổ chức).").Public("Names of organizations are known to everyone.").IsNode();
        unit.Field(u => u.Name, "Name (tên).", DataClass.Internal);
        unit.Reference("parent", "Organization", u => u.ParentId, "The organization above.");
        unit.Children<Unit>("children", u => u.ParentId, "The organizations directly below.");
        unit.Sortable("NAME", u => u.Name);
    }
}

internal sealed class UnitQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Unit>("organization", "One organization.");
        query.Connection<Unit>("organizations", "All organizations.");
    }
}
