using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// What becomes of a property when a person's data are erased (PD-08). Without a word, a text that is there becomes <c>(đã xóa)</c>; numbers, days, enumerations and keys stay,
/// because statistics of the past are made of them and they name nobody.
/// </summary>
public static class ErasureDeclarations
{
    private const string ErasedAnnotation = "Modular:Erased";
    private const string KeptAnnotation = "Modular:Kept";

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

    /// <summary>What a column becomes when the person's data are erased, in SQL; null where it stays.</summary>
    /// <param name="property">The property.</param>
    /// <param name="column">The name of its column.</param>
    public static string? Erasure(this IReadOnlyProperty property, string column)
    {
        if (property.FindAnnotation(ErasedAnnotation)?.Value is string expression)
            return expression;
        if (property.ClrType != typeof(string) || property.IsPrimaryKey() || property.FindAnnotation(KeptAnnotation) is not null)
            return null;
        return $"case when {column} is not null then '(đã xóa)' end";
    }
}
