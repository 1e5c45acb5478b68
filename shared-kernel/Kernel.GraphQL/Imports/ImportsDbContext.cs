using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>Reads the batches of imports and what was said about their rows; <c>FileImports</c> writes them.</summary>
internal sealed class ImportsDbContext(DbContextOptions<ImportsDbContext> options) : ModuleDbContext(options)
{
    private const string NotScopedBecause = "A batch is reached only through fields that ask whether the user may see it.";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredBatch>(batch =>
        {
            batch.ToTable("import_batches");
            batch.HasKey(b => new { b.ProvinceId, b.Id });
            batch.NotScoped(NotScopedBecause);
        });
        modelBuilder.Entity<StoredVerdict>(verdict =>
        {
            verdict.ToTable("import_verdicts");
            verdict.HasKey(v => new { v.ProvinceId, v.Id });
            verdict.NotScoped(NotScopedBecause);
        });
    }
}
