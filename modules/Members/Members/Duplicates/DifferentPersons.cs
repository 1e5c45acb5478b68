using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.People;

namespace Modular.Members.Duplicates;

/// <summary>Two persons who look like one and are not, as somebody found out (đã xác minh không trùng).</summary>
internal sealed class DifferentPersons : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The one whose identifier comes first.</summary>
    public Guid FirstMemberId { get; private init; }

    /// <summary>The other one.</summary>
    public Guid SecondMemberId { get; private init; }

    /// <summary>How it was found out; null where a registration named the other as somebody else.</summary>
    public string? Reason { get; private init; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset DecidedAt { get; private init; }

    /// <summary>Who said it.</summary>
    public string DecidedBy { get; private init; } = "";

    /// <summary>Says of two persons, in whatever order, that they are not one.</summary>
    public static DifferentPersons Of(Guid one, Guid other, string? reason, DateTimeOffset now, string by)
    {
        var (first, second) = InOrder(one, other);
        return new DifferentPersons
        {
            Id = Guid.CreateVersion7(),
            FirstMemberId = first,
            SecondMemberId = second,
            Reason = Wording.Clean(reason),
            DecidedAt = now,
            DecidedBy = by,
        };
    }

    /// <summary>Two identifiers in the order of the database, which compares their bytes as they are written.</summary>
    public static (Guid First, Guid Second) InOrder(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString("n"), other.ToString("n")) < 0 ? (one, other) : (other, one);

    /// <summary>Maps the entity, and the key of names by which persons are compared.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<Member>().Property(row => row.NameKey).HasComputedColumnSql("members.plain_text(full_name)", stored: true);
        model.Entity<DifferentPersons>(persons =>
        {
            persons.ToTable("different_persons");
            persons.HasKey(row => new { row.ProvinceId, row.Id });
            persons.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.FirstMemberId }).OnDelete(DeleteBehavior.NoAction);
            persons.HasOne<Member>().WithMany().HasForeignKey(row => new { row.ProvinceId, row.SecondMemberId }).OnDelete(DeleteBehavior.NoAction);
            persons.ScopedThrough(row => row.FirstMemberId, typeof(Member)).RecordsHistory();
        });
    }
}
