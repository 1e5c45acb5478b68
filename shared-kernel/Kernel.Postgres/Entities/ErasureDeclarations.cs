using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Modular.Kernel.Postgres.Retention;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// What becomes of a property when a person's data are erased (PD-08). Without a word, a text that is there becomes <c>(đã xóa)</c>, a list of texts becomes empty and content of a file
/// goes; numbers, days, enumerations and keys stay, because statistics of the past are made of them and they name nobody.
/// </summary>
public static class ErasureDeclarations
{
    private const string ErasedAnnotation = "Modular:Erased";
    private const string KeptAnnotation = "Modular:Kept";
    private const string RetentionAnnotation = "Modular:Retention";

    /// <summary>When the person's data are erased, the value becomes what this SQL expression says; columns of the row may stand in it.</summary>
    public static PropertyBuilder<T> ErasedTo<T>(this PropertyBuilder<T> property, string expression)
    {
        property.HasAnnotation(ErasedAnnotation, expression);
        return property;
    }

    /// <summary>The text stays when the person's data are erased.</summary>
    /// <param name="property">The property.</param>
    /// <param name="because">Why it may stay; for reviewers.</param>
    public static PropertyBuilder<T> KeptWhenErased<T>(this PropertyBuilder<T> property, string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        property.HasAnnotation(KeptAnnotation, because);
        return property;
    }

    /// <summary>The value is of this class, by which it is decided how long it is kept. Without a word it is of the class of its entity.</summary>
    public static PropertyBuilder<T> RetainedAs<T>(this PropertyBuilder<T> property, RetentionClass retentionClass)
    {
        property.HasAnnotation(RetentionAnnotation, retentionClass);
        return property;
    }

    /// <summary>What is erased of the entity is of this class unless a property says otherwise. Without a word texts are free texts and contents of files documents.</summary>
    public static EntityTypeBuilder<T> RetainedAs<T>(this EntityTypeBuilder<T> entity, RetentionClass retentionClass)
        where T : class
    {
        entity.HasAnnotation(RetentionAnnotation, retentionClass);
        return entity;
    }

    /// <summary>What a column becomes when the person's data are erased, in SQL; null where it stays.</summary>
    /// <param name="property">The property.</param>
    /// <param name="column">The name of its column.</param>
    public static string? Erasure(this IReadOnlyProperty property, string column)
    {
        if (property.FindAnnotation(ErasedAnnotation)?.Value is string expression)
            return expression;
        if (property.IsPrimaryKey() || property.IsKeptWhenErased())
            return null;
        if (property.ClrType == typeof(string))
            return $"case when {column} is not null then '(đã xóa)' end";
        if (property.ClrType == typeof(byte[]))
            return property.IsNullable ? "null" : "''::bytea";
        return typeof(IEnumerable<string>).IsAssignableFrom(property.ClrType) ? $"case when {column} is not null then '{{}}'::text[] end" : null;
    }

    /// <summary>Whether it was declared that the text stays when the person's data are erased.</summary>
    public static bool IsKeptWhenErased(this IReadOnlyProperty property) => property.FindAnnotation(KeptAnnotation) is not null;

    /// <summary>Of which class the value is.</summary>
    public static RetentionClass RetentionOf(this IReadOnlyProperty property) =>
        property.FindAnnotation(RetentionAnnotation)?.Value as RetentionClass?
        ?? EntityOf(property).FindAnnotation(RetentionAnnotation)?.Value as RetentionClass?
        ?? (property.ClrType == typeof(byte[]) ? RetentionClass.Document : RetentionClass.FreeText);

    private static IReadOnlyEntityType EntityOf(IReadOnlyProperty property) => property.DeclaringType.ContainingEntityType;
}
