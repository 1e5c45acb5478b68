using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

[Module("people", Title = "People", VietnameseTitle = "Người")]
public sealed class PeopleModule : ModularModule
{
    public override void Register(ModuleBuilder module) => module
        .Permissions(
            new(PeoplePermissions.Read, new LocalizedText("Xem", "Read")),
            new(PeoplePermissions.ReadSensitive, new LocalizedText("Xem dữ liệu nhạy cảm", "Read sensitive data")),
            new(PeoplePermissions.Change, new LocalizedText("Sửa", "Change")))
        .Database<PeopleDbContext>("people")
        .GraphQL(type => type.Namespace == GetType().Namespace);
}

internal static class PeoplePermissions
{
    public const string Read = "people.read";
    public const string ReadSensitive = "people.read-sensitive";
    public const string Change = "people.change";
}

internal sealed class PeopleDbContext(DbContextOptions<PeopleDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("person");
            person.HasKey(p => new { p.ProvinceId, p.Id });
            person.ComplexProperty(p => p.Home);
            person.Property(p => p.Version).IsVersion();
            person.ScopedBy(p => p.OrganizationId, PeoplePermissions.Read).SelfIs(p => p.Id);
        });
        modelBuilder.Entity<Card>(card =>
        {
            card.ToTable("card");
            card.HasKey(c => new { c.ProvinceId, c.Id });
            card.ScopedThrough(c => c.PersonId, typeof(Person));
        });
    }
}
