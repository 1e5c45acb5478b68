using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>A column of a table as statements read it.</summary>
internal sealed class ReadColumn
{
    private readonly ValueConverter? converter;

    /// <summary>Reads a column off the model.</summary>
    /// <param name="property">The mapped property.</param>
    /// <param name="path">Its name; within a complex property the names joined by dots.</param>
    /// <param name="name">The column's name.</param>
    public ReadColumn(IProperty property, string path, string name)
    {
        PropertyName = path;
        QuotedName = Identifier.Quote(name);
        ClrType = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        converter = property.GetRelationalTypeMapping().Converter;
        StoredType = Nullable.GetUnderlyingType(converter?.ProviderClrType ?? ClrType) ?? converter?.ProviderClrType ?? ClrType;
        IsNullable = property.IsNullable;
        Cast = CastOf(property);
    }

    /// <summary>The name of the mapped property; within a complex property the names joined by dots.</summary>
    public string PropertyName { get; }

    /// <summary>The column's name as SQL writes it.</summary>
    public string QuotedName { get; }

    /// <summary>The property's type, without nullability.</summary>
    public Type ClrType { get; }

    /// <summary>The CLR type of what is stored, without nullability.</summary>
    public Type StoredType { get; }

    /// <summary>How the column's values are read.</summary>
    /// <exception cref="InvalidOperationException">They cannot be.</exception>
    public ValueKind Kind => ValueKind.Of(StoredType)
        ?? throw new InvalidOperationException($"{PropertyName} is stored as {StoredType}, which statements do not read.");

    /// <summary>The cast to the type as which the column is read; empty where it is of that type already.</summary>
    public string Cast { get; }

    /// <summary>Whether the column may be empty.</summary>
    public bool IsNullable { get; }

    // What the buffers read has one binary form for each kind of value; jsonb carries a mark of its version.
    private string CastOf(IProperty property)
    {
        if (StoredType == typeof(short))
            return "::integer";
        if (StoredType == typeof(float))
            return "::double precision";
        return property.GetRelationalTypeMapping().StoreType == "jsonb" ? "::text" : "";
    }

    /// <summary>A value of the property as the column stores it.</summary>
    public object? ToStored(object? value) =>
        value is null || converter is null ? value : converter.ConvertToProvider(value);
}
