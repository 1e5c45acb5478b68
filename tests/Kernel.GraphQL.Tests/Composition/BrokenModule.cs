using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Tests.Composition;

/// <summary>A module that does everything wrong that composition must notice.</summary>
[Module("broken", Title = "Broken", VietnameseTitle = "Hỏng")]
public sealed class BrokenModule : ModularModule
{
    public override void Register(ModuleBuilder module) => module
        .Permissions(new PermissionDefinition("broken.read", new LocalizedText("Xem", "Read")))
        .Database<BrokenDbContext>("broken")
        .GraphQL(type => type.Namespace == GetType().Namespace);
}

internal sealed class Thing : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public Guid OwnerId { get; set; }
}

internal sealed class BrokenDbContext(DbContextOptions<BrokenDbContext> options) : ModuleDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Thing>(thing =>
    {
        thing.ToTable("thing");
        thing.HasKey(t => new { t.ProvinceId, t.Id });
        thing.NotScoped("test");
    });
}

internal sealed class ThingType : EntityType<Thing, BrokenDbContext>
{
    protected override void Define(EntityTypeBuilder<Thing> thing)
    {
        thing.Name("Organization");
        thing.Field(t => t.Name, "Name.", DataClass.Basic).Requires("broken.raed");
        thing.Reference("owner", "Nobody", t => t.OwnerId, "A type that nobody has.");
    }
}

internal sealed class ThingQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.Connection<Thing>("things", "All things.");
        query.Statement<int>("rawCount", "Counts by a table's name.", DataClass.Internal, count =>
            count.Sql(_ => $"select count(*) as value from broken.thing")).Requires("broken.read");
    }
}

[MutationType]
internal static class ThingMutations
{
    /// <summary>Says nothing of who may.</summary>
    public static Result<int> Break(int times) => times;

    /// <summary>Returns no result.</summary>
    [Requires("broken.read")]
    public static int Mend(int times) => times;
}
