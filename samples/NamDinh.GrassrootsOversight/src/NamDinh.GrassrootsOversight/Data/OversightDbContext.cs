using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using NamDinh.GrassrootsOversight.Campaigns;
using NamDinh.GrassrootsOversight.Overseers;

namespace NamDinh.GrassrootsOversight.Data;

/// <summary>The tables of the module, schema <c>grassroots_oversight</c>.</summary>
internal sealed class OversightDbContext(DbContextOptions<OversightDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<HouseholdCase> Cases => Set<HouseholdCase>();

    public DbSet<Household> Households => Set<Household>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("assignment");
            assignment.HasKey(row => new { row.ProvinceId, row.Id });
            assignment.Property(row => row.Version).IsVersion();
            assignment.ScopedBy(row => row.CellId, OversightPermissions.Read).SelfIs(row => row.OverseerId);
            assignment.RecordsHistory();
        });
        modelBuilder.Entity<Visit>(visit =>
        {
            visit.ToTable("visit");
            visit.HasKey(row => new { row.ProvinceId, row.Id });
            visit.HasOne<Assignment>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.AssignmentId }).OnDelete(DeleteBehavior.NoAction);
            visit.ScopedBy(row => row.CellId, OversightPermissions.Read).RecordsHistory();
        });
        modelBuilder.Entity<Recommendation>(recommendation =>
        {
            recommendation.ToTable("recommendation");
            recommendation.HasKey(row => new { row.ProvinceId, row.Id });
            recommendation.HasOne<Visit>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.VisitId }).OnDelete(DeleteBehavior.NoAction);
            recommendation.Property(row => row.Version).IsVersion();
            // Where it was raised, and where it is to be answered.
            recommendation.ScopedBy(row => row.CellId, OversightPermissions.Read).ScopedBy(row => row.OwnerId, OversightPermissions.Read).RecordsHistory();
        });
        MapCampaigns(modelBuilder);
    }

    private static void MapCampaigns(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("campaign");
            campaign.HasKey(row => new { row.ProvinceId, row.Id });
            campaign.Property(row => row.Version).IsVersion();
            campaign.ScopedBy(row => row.OrganizationId, OversightPermissions.Read).RecordsHistory();
        });
        modelBuilder.Entity<HouseholdCase>(household =>
        {
            household.ToTable("household_case");
            household.HasKey(row => new { row.ProvinceId, row.Id });
            household.HasOne<Campaign>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.CampaignId }).OnDelete(DeleteBehavior.NoAction);
            household.Property(row => row.Version).IsVersion();
            household.ScopedBy(row => row.OrganizationId, OversightPermissions.Read).SelfIs(row => row.InChargeId).RecordsHistory();
        });
        modelBuilder.Entity<Household>(household =>
        {
            household.ToTable("household");
            household.HasKey(row => new { row.ProvinceId, row.CaseId });
            household.HasOne<HouseholdCase>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.CaseId }).OnDelete(DeleteBehavior.NoAction);
            // No history: what is deleted after the campaign must not live on there (OV-20).
            household.ScopedBy(row => row.OrganizationId, OversightPermissions.ReadHouseholds).SelfIs(row => row.InChargeId);
        });
    }
}
