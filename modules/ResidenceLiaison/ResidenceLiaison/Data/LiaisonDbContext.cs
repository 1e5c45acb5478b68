using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Coverage;
using Modular.ResidenceLiaison.Indicators;
using Modular.ResidenceLiaison.Indicators.Due;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.Meetings;
using Modular.ResidenceLiaison.Notices;
using Modular.ResidenceLiaison.Statistics;

namespace Modular.ResidenceLiaison.Data;

/// <summary>The tables of the module, schema <c>residence_liaison</c>.</summary>
internal sealed class LiaisonDbContext(DbContextOptions<LiaisonDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<LetterRegister> LetterRegisters => Set<LetterRegister>();

    public DbSet<ListReview> ListReviews => Set<ListReview>();

    public DbSet<CoverageCount> Coverage => Set<CoverageCount>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Attendance> Attendances => Set<Attendance>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<YearFigure> YearFigures => Set<YearFigure>();

    public DbSet<CommentRound> CommentRounds => Set<CommentRound>();

    public DbSet<CommentRequest> CommentRequests => Set<CommentRequest>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<IndicatorLook> IndicatorLooks => Set<IndicatorLook>();

    public DbSet<IndicatorEvidence> IndicatorEvidence => Set<IndicatorEvidence>();

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
            // A member has one introduction that is open; meetings and notices hang on the other one, so that it ends instead of going.
            introduction.EndsWhenMerged("state = 'ENDED', closing_reason = 'MERGED', closed_on = $4");
            introduction.RetainedAs(RetentionClass.Contact);
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
        modelBuilder.Entity<LetterCount>(letters =>
        {
            letters.ToTable("letter_count");
            letters.HasKey(row => new { row.ProvinceId, row.OrganizationId, row.Year });
            letters.NotScoped("How many letters a cell has is no personal data; the permission to count guards it.");
        });
        modelBuilder.Entity<LetterPast>(past =>
        {
            past.ToTable("letter_past");
            past.HasKey(row => new { row.ProvinceId, row.CellId, row.Year, row.MemberId });
            past.NotScoped("No field shows it: how many there are is counted, and the permission to count guards that.");
            past.WhenMerged(MergeTreatment.Follows, "It is told anew from the introductions.");
        });
        modelBuilder.Entity<YearFigure>(figure =>
        {
            figure.ToTable("year_figure");
            figure.HasKey(row => new { row.ProvinceId, row.Id });
            figure.ScopedBy(row => row.OrganizationId, ResidenceLiaisonPermissions.Count);
        });
        MapMeetings(modelBuilder);
        MapNotices(modelBuilder);
        CommentMapping.Map(modelBuilder);
        IndicatorMapping.Map(modelBuilder);
    }

    private static void MapNotices(ModelBuilder modelBuilder) => modelBuilder.Entity<Notice>(notice =>
    {
        notice.ToTable("notice");
        notice.HasKey(row => new { row.ProvinceId, row.Id });
        notice.HasOne<Introduction>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.IntroductionId }).OnDelete(DeleteBehavior.NoAction);
        notice.HasOne<Meeting>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MeetingId }).OnDelete(DeleteBehavior.NoAction);
        notice.Property(row => row.Version).IsVersion();
        // Both ends of the thread see all of it: it is what they told each other.
        notice.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadNotices).ScopedBy(row => row.ReceiverId, ResidenceLiaisonPermissions.ReadNotices)
            .ScopedBy(row => row.ResidenceCellId, ResidenceLiaisonPermissions.ReadNotices).SelfIs(row => row.MemberId);
        notice.RecordsHistory();
        notice.RetainedAs(RetentionClass.Contact);
        notice.Property(row => row.Content).RetainedAs(RetentionClass.Discipline);
        notice.Property(row => row.Answer).RetainedAs(RetentionClass.Discipline);
    });

    private static void MapMeetings(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("meeting");
            meeting.HasKey(row => new { row.ProvinceId, row.Id });
            meeting.Property(row => row.Version).IsVersion();
            meeting.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadMeetings).RecordsHistory();
        });
        modelBuilder.Entity<Attendance>(attendance =>
        {
            attendance.ToTable("attendance");
            attendance.HasKey(row => new { row.ProvinceId, row.Id });
            attendance.HasOne<Meeting>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MeetingId }).OnDelete(DeleteBehavior.NoAction);
            attendance.HasOne<Introduction>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.IntroductionId }).OnDelete(DeleteBehavior.NoAction);
            // Whether a member came matters at both ends; what is said in the meeting stays at the residence.
            attendance.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadMeetings).ScopedBy(row => row.OwnCellId, ResidenceLiaisonPermissions.ReadMeetings)
                .SelfIs(row => row.MemberId).RecordsHistory();
        });
        modelBuilder.Entity<Opinion>(opinion =>
        {
            opinion.ToTable("opinion");
            opinion.HasKey(row => new { row.ProvinceId, row.Id });
            opinion.HasOne<Meeting>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MeetingId }).OnDelete(DeleteBehavior.NoAction);
            opinion.HasOne<Introduction>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.IntroductionId }).OnDelete(DeleteBehavior.NoAction);
            opinion.Property(row => row.Version).IsVersion();
            opinion.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadMeetings).SelfIs(row => row.MemberId).RecordsHistory();
        });
    }
}
