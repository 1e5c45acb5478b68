using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.Members.Badges;
using Modular.Members.Cards;
using Modular.Members.Cards.Checks;
using Modular.Members.Cards.Numbers;
using Modular.Members.Cells;
using Modular.Members.ChangeRequests;
using Modular.Members.Contracts;
using Modular.Members.Deaths;
using Modular.Members.Discipline;
using Modular.Members.Documents;
using Modular.Members.Dues;
using Modular.Members.Duplicates;
using Modular.Members.Exemptions;
using Modular.Members.Flags;
using Modular.Members.Headcounts;
using Modular.Members.Losses;
using Modular.Members.Matching;
using Modular.Members.Memberships;
using Modular.Members.Merging;
using Modular.Members.People;
using Modular.Members.Praises;
using Modular.Members.Qualifications;
using Modular.Members.Records;
using Modular.Members.Reports;
using Modular.Members.Residences;
using Modular.Members.SupplementSlips;
using Modular.Members.Transfers;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Data;

/// <summary>The tables of the module, schema <c>members</c>.</summary>
internal sealed class MembersDbContext(DbContextOptions<MembersDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<StatusPeriod> Statuses => Set<StatusPeriod>();

    public DbSet<CellAssignment> Assignments => Set<CellAssignment>();

    public DbSet<FlagPeriod> Flags => Set<FlagPeriod>();

    public DbSet<PartyCard> Cards => Set<PartyCard>();

    public DbSet<CvNumberPeriod> CvNumbers => Set<CvNumberPeriod>();

    public DbSet<Residence> Residences => Set<Residence>();

    public DbSet<FormerQualification> FormerQualifications => Set<FormerQualification>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<TransferBox> TransferBoxes => Set<TransferBox>();

    public DbSet<Arrival> Arrivals => Set<Arrival>();

    public DbSet<ArrivalBox> ArrivalBoxes => Set<ArrivalBox>();

    public DbSet<IntroductionRegister> IntroductionRegisters => Set<IntroductionRegister>();

    public DbSet<CardCheckRound> CardCheckRounds => Set<CardCheckRound>();

    public DbSet<CardCheck> CardChecks => Set<CardCheck>();

    public DbSet<CvNumberRange> CvNumberRanges => Set<CvNumberRange>();

    public DbSet<Badge> Badges => Set<Badge>();

    public DbSet<BadgeRound> BadgeRounds => Set<BadgeRound>();

    public DbSet<BadgeProposal> BadgeProposals => Set<BadgeProposal>();

    public DbSet<DisciplinaryMeasure> DisciplinaryMeasures => Set<DisciplinaryMeasure>();

    public DbSet<AuthorityNotice> AuthorityNotices => Set<AuthorityNotice>();

    public DbSet<Praise> Praises => Set<Praise>();

    public DbSet<DepartureSlip> DepartureSlips => Set<DepartureSlip>();

    public DbSet<FileLoss> FileLosses => Set<FileLoss>();

    public DbSet<ExemptionRequest> ExemptionRequests => Set<ExemptionRequest>();

    public DbSet<DuesMonth> DuesMonths => Set<DuesMonth>();

    public DbSet<StatisticsReport> StatisticsReports => Set<StatisticsReport>();

    public DbSet<Headcount> Headcounts => Set<Headcount>();

    public DbSet<MemberRecord> Records => Set<MemberRecord>();

    public DbSet<AdmissionDetail> AdmissionDetails => Set<AdmissionDetail>();

    public DbSet<CareerEntry> Career => Set<CareerEntry>();

    public DbSet<TrainingEntry> Trainings => Set<TrainingEntry>();

    public DbSet<HonourEntry> Honours => Set<HonourEntry>();

    public DbSet<TripAbroad> TripsAbroad => Set<TripAbroad>();

    public DbSet<ForeignTie> ForeignTies => Set<ForeignTie>();

    public DbSet<FamilyMember> Family => Set<FamilyMember>();

    public DbSet<MemberDocument> MemberDocuments => Set<MemberDocument>();

    public DbSet<DocumentScan> DocumentScans => Set<DocumentScan>();

    public DbSet<SupplementSlip> SupplementSlips => Set<SupplementSlip>();

    public DbSet<RecordChangeRequest> RecordChangeRequests => Set<RecordChangeRequest>();

    /// <summary>Raises the member's version although only facts that hang on the member were changed.</summary>
    public void Touch(Member member) => Entry(member).Property(row => row.Version).IsModified = true;

    /// <summary>The province's Party organization, to which rounds of the whole province belong.</summary>
    public Task<Guid> FindRootAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        return Set<OrganizationTreeRow>()
            .Where(row => row.Depth == 0 && row.Standing.Contains(today)).Select(row => row.OrganizationId).SingleAsync(cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Member>(member =>
        {
            member.ToTable("member");
            member.HasKey(row => new { row.ProvinceId, row.Id });
            member.Property(row => row.Version).IsVersion();
            member.ScopedBy(row => row.OrganizationId, MembersPermissions.Read).SelfIs(row => row.Id);
            member.RecordsHistory();
            member.RetainedAs(RetentionClass.Identity);
            member.Property(row => row.CitizenId).ErasedTo("null").RetainedAs(RetentionClass.CitizenNumber);
            member.Property(row => row.Phone).ErasedTo("null").RetainedAs(RetentionClass.Contact);
            member.Property(row => row.Email).ErasedTo("null").RetainedAs(RetentionClass.Contact);
            member.Property(row => row.CardNumber).ErasedTo("null");
            member.Property(row => row.CvNumber).ErasedTo("null");
            member.Property(row => row.SearchKey).ErasedTo("''");
            member.Property(row => row.SortKey).ErasedTo("''");
            // Figures by age need the year.
            member.Property(row => row.BirthDate).ErasedTo("date_trunc('year', birth_date)::date");
            member.Property(row => row.BirthDatePrecision).ErasedTo("'YEAR'");
        });
        modelBuilder.Entity<Headcount>(headcount =>
        {
            headcount.ToTable("headcount");
            headcount.HasKey(row => new { row.ProvinceId, row.OrganizationId, row.FirstDay });
            headcount.NotScoped("How many members an organization has is no personal data; the permission to count guards it.");
        });
        MapTransfers(modelBuilder);
        RecordTables.Map(modelBuilder);
        modelBuilder.Entity<BadgeRound>(round =>
        {
            round.ToTable("badge_round");
            round.HasKey(row => new { row.ProvinceId, row.Id });
            round.Property(row => row.Version).IsVersion();
            round.NotScoped("An award day and a decision hold no personal data; who is proposed is seen by whoever sees the member.").RecordsHistory(row => row.OrganizationId);
        });
        modelBuilder.Entity<DisciplinaryMeasure>(measure =>
        {
            measure.ToTable("disciplinary_measure");
            measure.HasKey(row => new { row.ProvinceId, row.Id });
            measure.Property(row => row.Version).IsVersion();
            measure.ScopedBy(row => row.OrganizationId, MembersPermissions.ReadDiscipline).SelfIs(row => row.MemberId).RecordsHistory();
            measure.RetainedAs(RetentionClass.Discipline);
        });
        modelBuilder.Entity<AuthorityNotice>(notice =>
        {
            notice.ToTable("authority_notice");
            notice.HasKey(row => new { row.ProvinceId, row.Id });
            notice.Property(row => row.Version).IsVersion();
            notice.ScopedBy(row => row.OrganizationId, MembersPermissions.ReadDiscipline).SelfIs(row => row.MemberId).RecordsHistory();
            notice.RetainedAs(RetentionClass.Discipline);
        });
        DifferentPersons.Map(modelBuilder);
        LookAlike.Map(modelBuilder);
        NameWord.Map(modelBuilder);
        MatchMapping.Map(modelBuilder);
        MemberMerge.Map(modelBuilder);
        modelBuilder.Entity<StatisticsReport>(report =>
        {
            report.ToTable("statistics_report");
            report.HasKey(row => new { row.ProvinceId, row.Id });
            report.Property(row => row.Version).IsVersion();
            report.ScopedBy(row => row.OrganizationId, MembersPermissions.ReadReports).ScopedBy(row => row.ReceiverId, MembersPermissions.ReadReports).RecordsHistory();
        });
        MapFact<DepartureSlip>(modelBuilder, "departure_slip");
        modelBuilder.Entity<DepartureSlip>().Property(row => row.Version).IsVersion();
        MapFact<FileLoss>(modelBuilder, "file_loss");
        modelBuilder.Entity<FileLoss>().Property(row => row.Version).IsVersion();
        MapFact<ExemptionRequest>(modelBuilder, "exemption_request");
        modelBuilder.Entity<ExemptionRequest>().Property(row => row.Version).IsVersion();
        MapFact<DuesMonth>(modelBuilder, "dues_month");
        modelBuilder.Entity<DuesMonth>().RetainedAs(RetentionClass.Dues);
        MapFact<CardCheck>(modelBuilder, "card_check");
        modelBuilder.Entity<CardCheckRound>(round =>
        {
            round.ToTable("card_check_round");
            round.HasKey(row => new { row.ProvinceId, row.Id });
            round.Property(row => row.Version).IsVersion();
            round.NotScoped("A number and a day hold no personal data; what was seen of cards is seen by whoever sees the member.").RecordsHistory(row => row.OrganizationId);
        });
        modelBuilder.Entity<CvNumberRange>(range =>
        {
            range.ToTable("cv_number_range");
            range.HasKey(row => new { row.ProvinceId, row.Id });
            range.NotScoped("Which numbers an organization may give is no personal data; the permission to issue cards guards it.").RecordsHistory(row => row.OrganizationId);
        });
        MapFact<FormerQualification>(modelBuilder, "former_qualification");
        modelBuilder.Entity<FormerQualification>().RetainedAs(RetentionClass.Identity)
            .WhenMerged(MergeTreatment.LeftOut, "They are the course of one record, and two courses make none.");
        MapFact<Praise>(modelBuilder, "praise");
        MapFact<Badge>(modelBuilder, "badge");
        MapFact<BadgeProposal>(modelBuilder, "badge_proposal");
        modelBuilder.Entity<BadgeProposal>(proposal =>
        {
            proposal.Property(row => row.Version).IsVersion();
            proposal.Property(row => row.GiftMultiple).HasPrecision(6, 2);
        });
        MapFact<Membership>(modelBuilder, "membership");
        MapDatedFact<StatusPeriod>(modelBuilder, "membership_status");
        MapDatedFact<CellAssignment>(modelBuilder, "cell_assignment");
        MapDatedFact<FlagPeriod>(modelBuilder, "membership_flag");
        MapDatedFact<PartyCard>(modelBuilder, "party_card");
        MapDatedFact<CvNumberPeriod>(modelBuilder, "cv_number");
        MapDatedFact<Residence>(modelBuilder, "residence");
        modelBuilder.Entity<Residence>().RetainedAs(RetentionClass.Contact);
        modelBuilder.Entity<PartyCard>().Property(row => row.Number).KeptWhenErased("No number is given a second time (MEM-11); without a name it names nobody here.");
        modelBuilder.Entity<CvNumberPeriod>().Property(row => row.Number).KeptWhenErased("No number is given a second time (MEM-10); without a name it names nobody here.");
        modelBuilder.Entity<Residence>().Property(row => row.CommuneCode).KeptWhenErased("Figures by commune are made of it.");
    }

    private static void MapTransfers(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Transfer>(transfer =>
        {
            transfer.ToTable("transfer");
            transfer.HasKey(row => new { row.ProvinceId, row.Id });
            transfer.Property(row => row.FullName).RetainedAs(RetentionClass.Identity);
            transfer.Property(row => row.CardNumber).RetainedAs(RetentionClass.Identity);
            transfer.Property(row => row.CvNumber).RetainedAs(RetentionClass.Identity);
            transfer.Property(row => row.BirthDate).ErasedTo("date_trunc('year', birth_date)::date").RetainedAs(RetentionClass.Identity);
            transfer.Property(row => row.Version).IsVersion();
            transfer.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MemberId }).OnDelete(DeleteBehavior.NoAction);
            transfer.ScopedBy(row => row.OriginId, MembersPermissions.ReadTransfers).ScopedBy(row => row.ReceiverId, MembersPermissions.ReadTransfers)
                .SelfIs(row => row.MemberId);
            transfer.RecordsHistory();
        });
        modelBuilder.Entity<TransferBox>(box =>
        {
            box.ToTable("transfer_box");
            box.HasKey(row => new { row.ProvinceId, row.Id });
            box.HasOne<Transfer>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.TransferId }).OnDelete(DeleteBehavior.NoAction);
            box.ScopedThrough(row => row.TransferId, typeof(Transfer)).RecordsHistory();
        });
        modelBuilder.Entity<Arrival>(arrival =>
        {
            arrival.ToTable("arrival");
            arrival.HasKey(row => new { row.ProvinceId, row.Id });
            arrival.Property(row => row.FullName).RetainedAs(RetentionClass.Identity);
            arrival.Property(row => row.CardNumber).RetainedAs(RetentionClass.Identity);
            arrival.Property(row => row.CvNumber).RetainedAs(RetentionClass.Identity);
            arrival.Property(row => row.BirthDate).ErasedTo("date_trunc('year', birth_date)::date").RetainedAs(RetentionClass.Identity);
            arrival.Property(row => row.Version).IsVersion();
            arrival.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MemberId }).OnDelete(DeleteBehavior.NoAction);
            arrival.ScopedBy(row => row.ReceiverId, MembersPermissions.ReadTransfers).SelfIs(row => row.MemberId);
            arrival.RecordsHistory();
        });
        modelBuilder.Entity<ArrivalBox>(box =>
        {
            box.ToTable("arrival_box");
            box.HasKey(row => new { row.ProvinceId, row.Id });
            box.HasOne<Arrival>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.ArrivalId }).OnDelete(DeleteBehavior.NoAction);
            box.ScopedThrough(row => row.ArrivalId, typeof(Arrival)).RecordsHistory();
        });
        modelBuilder.Entity<IntroductionRegister>(register =>
        {
            register.ToTable("introduction_register");
            register.HasKey(row => new { row.ProvinceId, row.OrganizationId, row.Year });
            register.NotScoped("How many papers an organization has numbered is no personal data, and no field shows it.");
        });
    }

    private static void MapFact<TFact>(ModelBuilder modelBuilder, string table)
        where TFact : class, IMemberFact => modelBuilder.Entity<TFact>(fact =>
        {
            fact.ToTable(table);
            fact.HasKey(nameof(IMemberFact.ProvinceId), nameof(IMemberFact.Id));
            fact.HasOne<Member>().WithMany().HasForeignKey(nameof(IMemberFact.ProvinceId), nameof(IMemberFact.MemberId)).OnDelete(DeleteBehavior.NoAction);
            fact.ScopedThrough(row => row.MemberId, typeof(Member)).RecordsHistory();
        });

    private static void MapDatedFact<TFact>(ModelBuilder modelBuilder, string table)
        where TFact : class, IDatedFact
    {
        MapFact<TFact>(modelBuilder, table);
        modelBuilder.Entity<TFact>().Property(row => row.FirstDay).HasComputedColumnSql("lower(valid)", stored: true);
    }
}
