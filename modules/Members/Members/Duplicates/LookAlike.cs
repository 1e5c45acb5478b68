using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.People;

namespace Modular.Members.Duplicates;

/// <summary>
/// Two persons of one name who may be one, whether or not somebody has told them apart. Triggers of the database keep it with every change of what persons are compared by; the application only reads it.
/// </summary>
internal sealed class LookAlike : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The one whose identifier comes first.</summary>
    public Guid FirstMemberId { get; private set; }

    /// <summary>The other one.</summary>
    public Guid SecondMemberId { get; private set; }

    /// <summary>Why they may be one.</summary>
    public DuplicateGround Ground { get; private set; }

    /// <summary>Maps the entity.</summary>
    public static void Map(ModelBuilder model) => model.Entity<LookAlike>(pair =>
    {
        pair.ToTable("look_alike");
        pair.HasKey(row => new { row.ProvinceId, row.FirstMemberId, row.SecondMemberId });
        pair.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.FirstMemberId }).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.SecondMemberId }).OnDelete(DeleteBehavior.Cascade);
        pair.ScopedThrough(row => row.FirstMemberId, typeof(Member));
        pair.WhenMerged(MergeTreatment.Follows, "It is told anew from names, birth dates and numbers.");
    });
}
