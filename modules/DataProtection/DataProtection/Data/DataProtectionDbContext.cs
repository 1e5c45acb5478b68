using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Breaches;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Requests;
using Modular.DataProtection.Retention;
using Modular.Kernel.Postgres.Entities;

namespace Modular.DataProtection.Data;

/// <summary>The tables of the module, schema <c>data_protection</c>.</summary>
internal sealed class DataProtectionDbContext(DbContextOptions<DataProtectionDbContext> options) : ModuleDbContext(options)
{
    public DbSet<SubjectRequest> Requests => Set<SubjectRequest>();

    public DbSet<Breach> Breaches => Set<Breach>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<ErasedPerson> ErasedPersons => Set<ErasedPerson>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubjectRequest>(request =>
        {
            request.ToTable("subject_request");
            request.HasKey(row => new { row.ProvinceId, row.Id });
            request.Property(row => row.Version).IsVersion();
            request.ScopedBy(row => row.OrganizationId, DataProtectionPermissions.ReadRequests).SelfIs(row => row.MemberId);
            request.RecordsHistory();
        });
        modelBuilder.Entity<Breach>(breach =>
        {
            breach.ToTable("breach");
            breach.HasKey(row => new { row.ProvinceId, row.Id });
            breach.Property(row => row.Version).IsVersion();
            breach.ScopedBy(row => row.OrganizationId, DataProtectionPermissions.ReadBreaches);
            breach.RecordsHistory();
        });
        modelBuilder.Entity<Erasure>(erasure =>
        {
            erasure.ToTable("erasure");
            erasure.HasKey(row => new { row.ProvinceId, row.Id });
            erasure.Property(row => row.Version).IsVersion();
            erasure.ScopedToProvince(DataProtectionPermissions.PlanRetention).RecordsHistory();
        });
        modelBuilder.Entity<ErasedPerson>(person =>
        {
            person.ToTable("erased_person");
            person.HasKey(row => new { row.ProvinceId, row.ErasureId, row.MemberId, row.RetentionClass });
            person.HasOne<Erasure>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.ErasureId }).OnDelete(DeleteBehavior.NoAction);
            person.NotScoped("It names nobody: a key whose record was erased, or is proposed to be; only acts of erasure read it.");
        });
    }
}
