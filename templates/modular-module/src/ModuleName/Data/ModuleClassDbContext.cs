using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using ModuleName.Notes;

namespace ModuleName.Data;

/// <summary>The tables of the module, schema <c>module_schema</c>.</summary>
internal sealed class ModuleClassDbContext(DbContextOptions<ModuleClassDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>(note =>
    {
        note.ToTable("note");
        note.HasKey(row => new { row.ProvinceId, row.Id });
        note.Property(row => row.Version).IsVersion();
        // Whoever holds the permission at the organization, or above it, sees the row; every query keeps to it.
        note.ScopedBy(row => row.OrganizationId, ModuleClassPermissions.Read);
        note.RecordsHistory();
    });
}
