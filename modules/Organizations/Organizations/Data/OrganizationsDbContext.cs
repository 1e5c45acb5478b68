using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Codes;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Data;

/// <summary>What the module keeps.</summary>
internal sealed class OrganizationsDbContext(DbContextOptions<OrganizationsDbContext> options) : ModuleDbContext(options)
{
    private const string Directory =
        "The directory of organizations holds no personal data; every user needs it to find their way and to name another organization.";

    private const string FirstDay = "lower(valid)";

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationName> Names => Set<OrganizationName>();

    public DbSet<OrganizationCode> Codes => Set<OrganizationCode>();

    public DbSet<OrganizationKind> Kinds => Set<OrganizationKind>();

    public DbSet<OrganizationEvent> Events => Set<OrganizationEvent>();

    public DbSet<DecisionDocument> Decisions => Set<DecisionDocument>();

    public DbSet<CommitteeTerm> Terms => Set<CommitteeTerm>();

    public DbSet<CommitteePost> Posts => Set<CommitteePost>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Organization>(organization =>
        {
            organization.ToTable("organization").HasKey(row => new { row.ProvinceId, row.Id });
            organization.NotScoped(Directory).StandsAt(row => row.Id).RecordsHistory(row => row.Id);
            organization.Property(row => row.Version).IsVersion();
            organization.Property(row => row.SortKey).UseCollation("C");
        });
        modelBuilder.Entity<OrganizationName>(name =>
        {
            name.ToTable("organization_name").HasKey(row => new { row.ProvinceId, row.Id });
            name.NotScoped(Directory).RecordsHistory(row => row.OrganizationId);
            name.Property(row => row.SortKey).UseCollation("C");
            name.Property(row => row.ValidFrom).HasComputedColumnSql(FirstDay, stored: true);
        });
        modelBuilder.Entity<OrganizationCode>(code =>
        {
            code.ToTable("organization_code").HasKey(row => new { row.ProvinceId, row.Id });
            code.NotScoped(Directory).RecordsHistory(row => row.OrganizationId);
            code.Property(row => row.ValidFrom).HasComputedColumnSql(FirstDay, stored: true);
        });
        modelBuilder.Entity<OrganizationKind>(kind =>
        {
            kind.ToTable("organization_kind").HasKey(row => new { row.ProvinceId, row.Id });
            kind.NotScoped(Directory).RecordsHistory(row => row.OrganizationId);
            kind.Property(row => row.ValidFrom).HasComputedColumnSql(FirstDay, stored: true);
        });
        modelBuilder.Entity<OrganizationEvent>(happened =>
        {
            happened.ToTable("organization_event").HasKey(row => new { row.ProvinceId, row.Id });
            happened.NotScoped(Directory);
        });
        modelBuilder.Entity<DecisionDocument>(decision =>
        {
            decision.ToTable("decision_document").HasKey(row => new { row.ProvinceId, row.Id });
            decision.NotScoped(Directory).RecordsHistory();
        });
        modelBuilder.Entity<CommitteeTerm>(term =>
        {
            term.ToTable("committee_term").HasKey(row => new { row.ProvinceId, row.Id });
            term.ScopedBy(row => row.OrganizationId, OrganizationsPermissions.ReadCommittees).RecordsHistory();
            term.Property(row => row.Version).IsVersion();
            term.Property(row => row.ValidFrom).HasComputedColumnSql(FirstDay, stored: true);
        });
        modelBuilder.Entity<CommitteePost>(post =>
        {
            post.ToTable("committee_post").HasKey(row => new { row.ProvinceId, row.Id });
            post.ScopedBy(row => row.OrganizationId, OrganizationsPermissions.ReadCommittees)
                .SelfIs(row => row.MemberId)
                .RecordsHistory();
            post.Property(row => row.Version).IsVersion();
        });
    }
}
