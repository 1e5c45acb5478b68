using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Provinces;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Residences;

namespace Modular.Members.Merging;

/// <summary>Two records of one person that become, or became, one (gộp hồ sơ trùng): MEM-09.</summary>
internal sealed class MemberMerge : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>How far it has come.</summary>
    public MemberMergeState State { get; private set; }

    /// <summary>The record that stays.</summary>
    public Guid KeptMemberId { get; init; }

    /// <summary>The record that goes.</summary>
    public Guid DroppedMemberId { get; init; }

    /// <summary>The full name in the record that goes.</summary>
    public string DroppedName { get; init; } = "";

    /// <summary>The fields that are taken from the record that goes, as the API calls them.</summary>
    public string[] Taken { get; init; } = [];

    /// <summary>How it was found out that they are one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The document on which it rests (MEM-08).</summary>
    public string Document { get; init; } = "";

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The account that proposed it; null for the system itself.</summary>
    public Guid? ProposedById { get; init; }

    /// <summary>Who proposed it.</summary>
    public string ProposedBy { get; init; } = "";

    /// <summary>When it was carried out or rejected.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who carried it out or rejected it.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>When it was undone.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public string? UndoneBy { get; private set; }

    /// <summary>Why it was undone, or rejected.</summary>
    public string? UndoneBecause { get; private set; }

    /// <summary>What the record that stays said before, of the columns that the merge changed.</summary>
    public string? ValuesBefore { get; private set; }

    /// <summary>What it said afterwards.</summary>
    public string? ValuesAfter { get; private set; }

    /// <summary>It was carried out.</summary>
    public void CarryOut(DateTimeOffset now, string by, string before, string after) =>
        (State, ClosedAt, ClosedBy, ValuesBefore, ValuesAfter) = (MemberMergeState.Merged, now, by, before, after);

    /// <summary>It was rejected.</summary>
    public void Reject(DateTimeOffset now, string by, string because) =>
        (State, ClosedAt, ClosedBy, UndoneBecause) = (MemberMergeState.Rejected, now, by, because);

    /// <summary>It was undone.</summary>
    public void Undo(DateTimeOffset now, string by, string because) =>
        (State, UndoneAt, UndoneBy, UndoneBecause) = (MemberMergeState.Undone, now, by, because);

    /// <summary>Maps the entity, and says what becomes of the facts of members when two records become one.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<MemberMerge>(merge =>
        {
            merge.ToTable("member_merge");
            merge.HasKey(row => new { row.ProvinceId, row.Id });
            merge.Property(row => row.Version).IsVersion();
            merge.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.KeptMemberId }).OnDelete(DeleteBehavior.NoAction);
            merge.Property(row => row.DroppedName).RetainedAs(RetentionClass.Identity);
            merge.Property(row => row.ValuesBefore).HasColumnType("jsonb").ErasedTo("'{}'");
            merge.Property(row => row.ValuesAfter).HasColumnType("jsonb").ErasedTo("'{}'");
            merge.ScopedThrough(row => row.KeptMemberId, typeof(Member)).RecordsHistory();
            merge.WhenMerged(MergeTreatment.Follows, "It says which records were merged.");
        });
        const string Course = "Who stood where, as what, is told by one record: two courses of one membership make none.";
        model.Entity<Membership>().WhenMerged(MergeTreatment.LeftOut, Course);
        model.Entity<StatusPeriod>().WhenMerged(MergeTreatment.LeftOut, Course);
        model.Entity<CellAssignment>().WhenMerged(MergeTreatment.LeftOut, Course);
        model.Entity<PartyCard>().EndsWhenMerged("valid = daterange(lower(valid), $4), ended_because = 'REPLACED'");
        model.Entity<CvNumberPeriod>().EndsWhenMerged("valid = daterange(lower(valid), $4)");
        model.Entity<Residence>().EndsWhenMerged("valid = daterange(lower(valid), $4)");
    }
}

/// <summary>How far a merge has come.</summary>
internal enum MemberMergeState
{
    /// <summary>Somebody proposed it (đã đề xuất).</summary>
    Proposed,

    /// <summary>Somebody else approved it, and it was carried out (đã gộp).</summary>
    Merged,

    /// <summary>It was rejected, or withdrawn (đã bác, đã rút).</summary>
    Rejected,

    /// <summary>It was carried out and undone (đã hoàn tác).</summary>
    Undone,
}
