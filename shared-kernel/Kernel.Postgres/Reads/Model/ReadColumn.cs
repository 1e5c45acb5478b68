using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>A column of a table as statements read it.</summary>
internal sealed class ReadColumn
{
    private readonly ValueConverter? converter;

    public ReadColumn(IReadOnlyProperty property, string name, RelationalTypeMapping mapping)
    {
        PropertyName = property.Name;
        QuotedName = Identifier.Quote(name);
        ClrType = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        converter = mapping.Converter;
        StoredType = Nullable.GetUnderlyingType(converter?.ProviderClrType ?? ClrType) ?? converter?.ProviderClrType ?? ClrType;
        IsNullable = property.IsNullable;
    }

    /// <summary>The name of the mapped property.</summary>
    public string PropertyName { get; }

    /// <summary>The column's name as SQL writes it.</summary>
    public string QuotedName { get; }

    /// <summary>The property's type, without nullability.</summary>
    public Type ClrType { get; }

    /// <summary>The CLR type of what is stored, without nullability.</summary>
    public Type StoredType { get; }

    /// <summary>Whether the column may be empty.</summary>
    public bool IsNullable { get; }

    /// <summary>A value of the property as the column stores it.</summary>
    public object? ToStored(object? value) =>
        value is null || converter is null ? value : converter.ConvertToProvider(value);
}
