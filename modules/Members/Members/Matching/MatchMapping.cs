using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Matching;

/// <summary>How match runs stand in the database. A run is about the whole province, and so is whoever sees it.</summary>
internal static class MatchMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<MatchRun>(run =>
        {
            run.ToTable("match_run");
            run.HasKey(row => new { row.ProvinceId, row.Id });
            run.Property(row => row.Version).IsVersion();
            run.ScopedToProvince(MembersPermissions.Match).RecordsHistory();
        });
        model.Entity<MatchRow>(matched =>
        {
            matched.ToTable("match_row");
            matched.HasKey(row => new { row.ProvinceId, row.Id });
            matched.HasOne<MatchRun>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.RunId }).OnDelete(DeleteBehavior.NoAction);
            matched.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MemberId }).OnDelete(DeleteBehavior.NoAction);
            matched.ScopedThrough(row => row.RunId, typeof(MatchRun));
            matched.RetainedAs(RetentionClass.Identity);
            matched.Property(row => row.BirthDate).ErasedTo("date_trunc('year', birth_date)::date");
            matched.Property(row => row.CitizenId).ErasedTo("null").RetainedAs(RetentionClass.CitizenNumber);
            matched.Property(row => row.CardNumber).ErasedTo("null");
            matched.Property(row => row.CvNumber).ErasedTo("null");
            matched.Property(row => row.SortKey).ErasedTo("null");
            matched.Property(row => row.CellCode).KeptWhenErased("It names an organization.");
        });
        model.Entity<MatchCandidate>(candidate =>
        {
            candidate.ToTable("match_candidate");
            candidate.HasKey(row => new { row.ProvinceId, row.Id });
            candidate.HasOne<MatchRow>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.RowId }).OnDelete(DeleteBehavior.Cascade);
            candidate.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.MemberId }).OnDelete(DeleteBehavior.NoAction);
            candidate.ScopedThrough(row => row.RowId, typeof(MatchRow));
        });
    }
}
