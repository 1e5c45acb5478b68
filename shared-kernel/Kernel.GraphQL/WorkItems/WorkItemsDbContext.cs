using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>Reads work items, and writes what people change of them.</summary>
internal sealed class WorkItemsDbContext(DbContextOptions<WorkItemsDbContext> options) : ModuleDbContext(options)
{
    public DbSet<WorkItem> Items => Set<WorkItem>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<WorkItem>(item =>
    {
        item.ToTable("work_items").HasKey(row => new { row.ProvinceId, row.Id });
        item.ScopedByKind(row => row.OrganizationId, row => row.KindId, row => row.Module).RecordsHistory();
        item.Property(row => row.Version).IsVersion();
        item.Property(row => row.KindId).HasColumnName("kind");
    });
}
