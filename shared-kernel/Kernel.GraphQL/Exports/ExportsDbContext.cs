using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>Reads exports, and writes what people decide of them.</summary>
internal sealed class ExportsDbContext(DbContextOptions<ExportsDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Export> Exports => Set<Export>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Export>(export =>
    {
        export.ToTable("exports").HasKey(row => new { row.ProvinceId, row.Id });
        export.ScopedBy(row => row.OrganizationId, ExportPermissions.Read).OwnerIs(row => row.UserId).RecordsHistory();
        export.Property(row => row.Version).IsVersion();
        export.Ignore(row => row.IsOver);
    });
}
