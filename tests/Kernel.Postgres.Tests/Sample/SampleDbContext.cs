using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Tests.Sample;

internal enum PersonStatus
{
    Official,
    OnProbation,
}

internal sealed class Person : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganizationId { get; set; }

    public required string FullName { get; set; }

    public string? CardNumber { get; set; }

    public PersonStatus Status { get; set; }

    public DateOnly BornOn { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public NpgsqlRange<DateOnly>? Absent { get; set; }

    public Address Home { get; set; } = new();

    public List<Note> Notes { get; } = [];

    public int Version { get; private set; }
}

internal sealed class Address
{
    public string Commune { get; set; } = "";

    public int? HouseNumber { get; set; }
}

internal sealed class Note : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public required string Text { get; set; }
}

internal sealed class Degree : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public required string Code { get; init; }

    public int Year { get; init; }

    public required string Title { get; set; }
}

internal static class SamplePermissions
{
    public const string Read = "sample.read";
}

internal sealed class SampleDbContext(DbContextOptions<SampleDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Degree> Degrees => Set<Degree>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("person");
            person.HasKey(p => new { p.ProvinceId, p.Id });
            person.ComplexProperty(p => p.Home);
            person.HasMany(p => p.Notes).WithOne().HasForeignKey(n => new { n.ProvinceId, n.PersonId });
            person.Property(p => p.Version).IsVersion();
            person.ScopedBy(p => p.OrganizationId, SamplePermissions.Read).SelfIs(p => p.Id).RecordsHistory();
        });
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("note");
            note.HasKey(n => new { n.ProvinceId, n.Id });
            note.ScopedThrough(n => n.PersonId, typeof(Person)).RecordsHistory();
        });
        modelBuilder.Entity<Degree>(degree =>
        {
            degree.ToTable("degree");
            degree.HasKey(d => new { d.ProvinceId, d.Code, d.Year });
            degree.NotScoped("code list").RecordsHistory();
        });
    }
}
