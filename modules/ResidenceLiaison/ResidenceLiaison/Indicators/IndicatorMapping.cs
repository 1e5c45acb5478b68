using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Indicators.Due;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>The tables of indicators.</summary>
internal static class IndicatorMapping
{
    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Indicator>(indicator =>
        {
            indicator.ToTable("indicator");
            indicator.HasKey(row => new { row.ProvinceId, row.Id });
            indicator.Property(row => row.Version).IsVersion();
            indicator.ScopedBy(row => row.CellId, ResidenceLiaisonPermissions.ReadIndicators).RecordsHistory();
        });
        modelBuilder.Entity<IndicatorLook>(look =>
        {
            look.ToTable("indicator_look");
            look.HasKey(row => new { row.ProvinceId, row.DueOn });
            look.NotScoped("How far the job has come is no personal data, and no field shows it.");
        });
        modelBuilder.Entity<IndicatorEvidence>(evidence =>
        {
            evidence.ToTable("indicator_evidence");
            evidence.HasKey(row => new { row.ProvinceId, row.Id });
            evidence.HasOne<Indicator>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.IndicatorId }).OnDelete(DeleteBehavior.NoAction);
            evidence.HasOne<CommentRequest>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.RequestId }).OnDelete(DeleteBehavior.NoAction);
            evidence.ScopedThrough(row => row.IndicatorId, typeof(Indicator));
            evidence.Property(row => row.Level).ErasedTo("null");
            evidence.Property(row => row.WorkplaceRating).ErasedTo("null");
        });
    }
}
