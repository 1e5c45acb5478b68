using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Agencies;
using Modular.Organizations.Codes;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Inspection;
using Modular.Organizations.Kinds;
using Modular.Organizations.Meetings;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Reorganizing.HandOvers;

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

    public DbSet<InspectionCommittee> InspectionCommittees => Set<InspectionCommittee>();

    public DbSet<InspectionPost> InspectionPosts => Set<InspectionPost>();

    public DbSet<PartyAgency> Agencies => Set<PartyAgency>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Reorganization> Reorganizations => Set<Reorganization>();

    public DbSet<ReorganizationStep> Steps => Set<ReorganizationStep>();

    public DbSet<ReorganizationMember> ListedMembers => Set<ReorganizationMember>();

    public DbSet<OrganizationSuccession> Successions => Set<OrganizationSuccession>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

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
        modelBuilder.Entity<InspectionCommittee>(committee =>
        {
            committee.ToTable("inspection_committee").HasKey(row => new { row.ProvinceId, row.Id });
            committee.ScopedBy(row => row.OrganizationId, OrganizationsPermissions.ReadCommittees).RecordsHistory();
            committee.Property(row => row.Version).IsVersion();
        });
        modelBuilder.Entity<InspectionPost>(post =>
        {
            post.ToTable("inspection_post").HasKey(row => new { row.ProvinceId, row.Id });
            post.ScopedBy(row => row.OrganizationId, OrganizationsPermissions.ReadCommittees).SelfIs(row => row.MemberId).RecordsHistory();
            post.Property(row => row.Version).IsVersion();
        });
        modelBuilder.Entity<PartyAgency>(agency =>
        {
            agency.ToTable("party_agency").HasKey(row => new { row.ProvinceId, row.Id });
            agency.NotScoped(Directory).RecordsHistory(row => row.OrganizationId);
            agency.Property(row => row.Version).IsVersion();
            agency.Property(row => row.SortKey).UseCollation("C");
        });
        modelBuilder.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("meeting").HasKey(row => new { row.ProvinceId, row.Id });
            meeting.ScopedBy(row => row.OrganizationId, OrganizationsPermissions.ReadMeetings).RecordsHistory();
            meeting.Property(row => row.Version).IsVersion();
            meeting.Property(row => row.Month).HasComputedColumnSql("date_trunc('month', held_on)", stored: true);
            meeting.Property(row => row.Year).HasComputedColumnSql("extract(year from held_on)", stored: true);
        });
        MapReorganizations(modelBuilder);
    }

    private static void MapReorganizations(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Reorganization>(scheme =>
        {
            scheme.ToTable("reorganization").HasKey(row => new { row.ProvinceId, row.Id });
            scheme.ScopedBy(row => row.SuperiorId, OrganizationsPermissions.Reorganize).RecordsHistory();
            scheme.Property(row => row.Version).IsVersion();
            scheme.Ignore(row => row.IsOpen);
        });
        modelBuilder.Entity<ReorganizationStep>(step =>
        {
            step.ToTable("reorganization_step").HasKey(row => new { row.ProvinceId, row.Id });
            step.ScopedBy(row => row.SuperiorId, OrganizationsPermissions.Reorganize).RecordsHistory();
        });
        modelBuilder.Entity<ReorganizationMember>(listed =>
        {
            listed.ToTable("reorganization_member").HasKey(row => new { row.ProvinceId, row.Id });
            listed.ScopedBy(row => row.SuperiorId, OrganizationsPermissions.Reorganize).SelfIs(row => row.MemberId).RecordsHistory();
        });
        modelBuilder.Entity<OrganizationSuccession>(succession =>
        {
            succession.ToTable("organization_succession").HasKey(row => new { row.ProvinceId, row.Id });
            succession.NotScoped(Directory);
        });
        modelBuilder.Entity<HandOver>(minutes =>
        {
            minutes.ToTable("hand_over").HasKey(row => new { row.ProvinceId, row.Id });
            minutes.ScopedBy(row => row.SuperiorId, OrganizationsPermissions.ReadHandOvers)
                .ScopedBy(row => row.GivingId, OrganizationsPermissions.ReadHandOvers)
                .ScopedBy(row => row.ReceivingId, OrganizationsPermissions.ReadHandOvers)
                .RecordsHistory();
            minutes.Property(row => row.Version).IsVersion();
            minutes.Ignore(row => row.IsSigned);
        });
    }
}
