using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>What becomes of the rows that refer to a person when that person's record is merged into another one.</summary>
public enum MergeTreatment
{
    /// <summary>They go to the record that stays. A row that cannot stand beside those of that record is left out; the merge keeps it for being undone.</summary>
    Moves,

    /// <summary>As <see cref="Moves"/>, but a row that cannot stand beside the others ends on the day of the merge.</summary>
    MovesOrEnds,

    /// <summary>They are left out: they are the course of one record, and two courses make none.</summary>
    LeftOut,

    /// <summary>They are told anew from the facts by what keeps them, or say what was done to the record as it was, and stay untouched.</summary>
    Follows,
}

/// <summary>Declares what becomes of rows when two records of one person become one. Without a word rows move.</summary>
public static class MergeDeclarations
{
    private const string TreatmentAnnotation = "Modular:WhenMerged";
    private const string EndingAnnotation = "Modular:MergeEnding";

    /// <summary>Says it of an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="treatment">What becomes of its rows.</param>
    /// <param name="because">Why; for reviewers.</param>
    public static EntityTypeBuilder<TEntity> WhenMerged<TEntity>(this EntityTypeBuilder<TEntity> entity, MergeTreatment treatment, string because)
        where TEntity : class, IProvinceOwned
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        entity.HasAnnotation(TreatmentAnnotation, treatment);
        return entity;
    }

    /// <summary>Rows that cannot stand beside those of the record that stays end on the day of the merge.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="assignment">How, as an assignment in SQL; the day of the merge is <c>$4</c>.</param>
    public static EntityTypeBuilder<TEntity> EndsWhenMerged<TEntity>(this EntityTypeBuilder<TEntity> entity, string assignment)
        where TEntity : class, IProvinceOwned
    {
        entity.HasAnnotation(TreatmentAnnotation, Entities.MergeTreatment.MovesOrEnds);
        entity.HasAnnotation(EndingAnnotation, assignment);
        return entity;
    }

    /// <summary>What becomes of the entity's rows.</summary>
    public static MergeTreatment MergeTreatment(this IReadOnlyEntityType entity) =>
        entity.FindAnnotation(TreatmentAnnotation)?.Value as MergeTreatment? ?? Entities.MergeTreatment.Moves;

    /// <summary>How a row ends that cannot stand beside others, as an assignment in SQL; null where it is left out.</summary>
    public static string? MergeEnding(this IReadOnlyEntityType entity) => entity.FindAnnotation(EndingAnnotation)?.Value as string;
}
