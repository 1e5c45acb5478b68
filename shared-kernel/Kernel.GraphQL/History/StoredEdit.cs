using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.History;

/// <summary>A row of <c>kernel.edits</c>.</summary>
internal sealed class StoredEdit : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public string Module { get; private set; } = "";

    public string Entity { get; private set; } = "";

    public Guid? EntityId { get; private set; }

    public Guid? SubjectId { get; private set; }

    public Guid? OrganizationId { get; private set; }

    /// <summary>What was done.</summary>
    public EditAction Action { get; private set; }

    public string Changes { get; private set; } = "";

    /// <summary>When it was done.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The name of who did it.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>The document on which it rests (căn cứ).</summary>
    public string? Document { get; private set; }
}

/// <summary>What was done to an object.</summary>
internal enum EditAction
{
    /// <summary>It was entered.</summary>
    Created,

    /// <summary>Some of its fields were changed.</summary>
    Changed,

    /// <summary>It was taken out.</summary>
    Deleted,
}

/// <summary>Reads the history of edits; units of work and imports write it.</summary>
internal sealed class HistoryDbContext(DbContextOptions<HistoryDbContext> options) : ModuleDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<StoredEdit>(edit =>
    {
        edit.ToTable("edits").HasKey(row => new { row.ProvinceId, row.Id });
        edit.Property(row => row.Changes).HasColumnType("jsonb");
        edit.ScopedBy(row => row.OrganizationId, HistoryPermissions.Read).SelfIs(row => row.SubjectId);
    });
}
