using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Coverage;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Data;

/// <summary>The tables of the module, schema <c>residence_liaison</c>.</summary>
internal sealed class LiaisonDbContext(DbContextOptions<LiaisonDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<LetterRegister> LetterRegisters => Set<LetterRegister>();

    public DbSet<ListReview> ListReviews => Set<ListReview>();

    public DbSet<CoverageCount> Coverage => Set<CoverageCount>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Introduction>(introduction =>
        {
            introduction.ToTable("introduction");
            introduction.HasKey(row => new { row.ProvinceId, row.Id });
            introduction.Property(row => row.Version).IsVersion();
            // The workplace sees its members; the commune committee and the residential cell see the letter, and no more of the member than it says.
            introduction.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.Read).ScopedBy(row => row.ReceiverId, ResidenceLiaisonPermissions.Read)
                .ScopedBy(row => row.ResidenceCellId, ResidenceLiaisonPermissions.Read).SelfIs(row => row.MemberId);
            introduction.RecordsHistory();
            introduction.Property(row => row.BirthDate).ErasedTo("date_trunc('year', birth_date)::date");
            introduction.Property(row => row.CommuneCode).KeptWhenErased("Figures by commune are made of it.");
            introduction.Property(row => row.SignedBy).KeptWhenErased("Who signed for the committee is no datum of the member.");
        });
        modelBuilder.Entity<LetterRegister>(register =>
        {
            register.ToTable("letter_register");
            register.HasKey(row => new { row.ProvinceId, row.OrganizationId, row.Year });
            register.NotScoped("How many letters an organization has numbered is no personal data, and no field shows it.");
        });
        modelBuilder.Entity<ListReview>(review =>
        {
            review.ToTable("list_review");
            review.HasKey(row => new { row.ProvinceId, row.Id });
            review.ScopedBy(row => row.OrganizationId, ResidenceLiaisonPermissions.Count).RecordsHistory();
        });
        modelBuilder.Entity<CoverageCount>(coverage =>
        {
            coverage.ToTable("coverage");
            coverage.HasKey(row => new { row.ProvinceId, row.OrganizationId });
            coverage.NotScoped("How many members are introduced is no personal data; the permission to count guards it.");
        });
    }
}
