using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.Update;
using Modular.Kernel.Postgres.Reads;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Writing.Rows;

/// <summary>A column that saved rows have, with its property and its form on the wire.</summary>
internal sealed class RowColumn
{
    private readonly IProperty property;
    private readonly ValueConverter? converter;
    private readonly NpgsqlDbType type;
    private readonly Type element;

    public RowColumn(IColumnMapping mapping)
    {
        property = mapping.Property;
        Name = Identifier.Quote(mapping.Column.Name);
        converter = mapping.TypeMapping.Converter;
        type = TypeOf(mapping.TypeMapping);
        element = Nullable(converter?.ProviderClrType ?? property.ClrType);
        IsKey = property.IsPrimaryKey();
        IsToken = property.IsConcurrencyToken;
        IsComputed = mapping.Column.ComputedColumnSql is not null;
    }

    /// <summary>The column's name in quotes.</summary>
    public string Name { get; }

    /// <summary>Whether the column belongs to the key.</summary>
    public bool IsKey { get; }

    /// <summary>Whether the value must still be the one that was read when the row is changed.</summary>
    public bool IsToken { get; }

    /// <summary>Whether the database computes the value.</summary>
    public bool IsComputed { get; }

    /// <summary>Whether values of several rows can be sent as one array: an array of arrays would lose the borders of the rows.</summary>
    public bool FitsIntoArray => (type & NpgsqlDbType.Array) == 0;

    /// <summary>Whether the row's value was changed.</summary>
    public bool IsChanged(IUpdateEntry row) => !IsKey && !IsComputed && row.IsModified(property);

    /// <summary>Whether the value would have to be given by the database, which modules do not do.</summary>
    public bool IsLeftToDatabase(IUpdateEntry row) => !IsComputed && row.IsStoreGenerated(property);

    /// <summary>The values of the rows as they are to be, or as they were read.</summary>
    /// <param name="rows">One row gives a single value, several an array.</param>
    /// <param name="asRead">Whether the values as they were read are meant.</param>
    public NpgsqlParameter Parameter(IReadOnlyList<IUpdateEntry> rows, bool asRead)
    {
        if (rows.Count == 1)
            return new NpgsqlParameter { NpgsqlDbType = type, Value = Stored(rows[0], asRead) ?? DBNull.Value };
        var values = Array.CreateInstance(element, rows.Count);
        for (var index = 0; index < values.Length; index++)
            values.SetValue(Stored(rows[index], asRead), index);
        return new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values };
    }

    private object? Stored(IUpdateEntry row, bool asRead)
    {
        var value = asRead ? row.GetOriginalValue(property) : row.GetCurrentValue(property);
        return value is null || converter is null ? value : converter.ConvertToProvider(value);
    }

    private static NpgsqlDbType TypeOf(RelationalTypeMapping mapping)
    {
        using var sample = new NpgsqlCommand();
        return ((NpgsqlParameter)mapping.CreateParameter(sample, "value", null, nullable: true)).NpgsqlDbType;
    }

    private static Type Nullable(Type type) =>
        type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
