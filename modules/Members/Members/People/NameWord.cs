using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.People;

/// <summary>A word by which a member is searched. Triggers of the database keep it with every change of the search key; the application only reads it.</summary>
internal sealed class NameWord : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The word without diacritics, or a number.</summary>
    public string SearchWord { get; private set; } = "";

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Maps the entity.</summary>
    public static void Map(ModelBuilder model) => model.Entity<NameWord>(word =>
    {
        word.ToTable("name_word");
        word.HasKey(row => new { row.ProvinceId, row.SearchWord, row.MemberId });
        word.ScopedThrough(row => row.MemberId, typeof(Member));
        word.WhenMerged(MergeTreatment.Follows, "Words are told anew from the names and numbers of the record.");
    });
}
