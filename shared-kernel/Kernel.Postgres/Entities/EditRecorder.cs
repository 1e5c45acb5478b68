using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Turns what the change tracker knows into edits for the history, field by field, as the database will hold them.</summary>
internal static class EditRecorder
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<Edit> Record(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            if (!entry.Metadata.RecordsHistory())
                continue;
            if (Changes(entry) is { } changes)
                yield return ToEdit(entry, changes);
        }
    }

    private static Edit ToEdit(EntityEntry entry, string changes)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Where(property => property.ClrType != typeof(ProvinceId)).ToArray();
        var values = key.Select(property => entry.Property(property).CurrentValue).ToArray();
        return new Edit(
            entry.Metadata.ClrType.Name,
            values.OfType<Guid>().Cast<Guid?>().FirstOrDefault(),
            values is [Guid] ? null : JsonSerializer.Serialize(key.Select(property => Stored(entry.Property(property), current: true))),
            EditPlace.SubjectOf(entry),
            EditPlace.OrganizationOf(entry),
            entry.State switch
            {
                EntityState.Added => "CREATED",
                EntityState.Deleted => "DELETED",
                _ => "CHANGED",
            },
            changes);
    }

    private static string? Changes(EntityEntry entry)
    {
        var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, Compact);
        writer.WriteStartObject();
        var any = entry.State == EntityState.Deleted;
        foreach (var property in entry.Properties)
            any |= WriteProperty(writer, entry, property);
        foreach (var complex in entry.ComplexProperties)
            any |= WriteComplex(writer, entry, complex, complex.Metadata.Name);
        writer.WriteEndObject();
        writer.Flush();
        return any ? Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) : null;
    }

    private static bool WriteComplex(Utf8JsonWriter writer, EntityEntry entry, ComplexPropertyEntry complex, string path)
    {
        var any = false;
        foreach (var property in complex.Properties)
            any |= WriteValue(writer, entry, property, $"{Camel(path)}.{Camel(property.Metadata.Name)}");
        foreach (var nested in complex.ComplexProperties)
            any |= WriteComplex(writer, entry, nested, $"{path}.{nested.Metadata.Name}");
        return any;
    }

    private static bool WriteProperty(Utf8JsonWriter writer, EntityEntry entry, PropertyEntry property) =>
        !property.Metadata.IsPrimaryKey()
        && !property.Metadata.IsVersion()
        && WriteValue(writer, entry, property, Camel(property.Metadata.Name));

    private static bool WriteValue(Utf8JsonWriter writer, EntityEntry entry, PropertyEntry property, string name)
    {
        var before = entry.State == EntityState.Added ? null : Stored(property, current: false);
        var after = entry.State == EntityState.Deleted ? null : Stored(property, current: true);
        if (before is null && after is null)
            return false;
        if (entry.State == EntityState.Modified && !property.IsModified)
            return false;

        writer.WriteStartObject(name);
        WriteSide(writer, "before", before);
        WriteSide(writer, "after", after);
        writer.WriteEndObject();
        return true;
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, object? value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, value.GetType());
    }

    private static object? Stored(PropertyEntry property, bool current)
    {
        var value = current ? property.CurrentValue : property.OriginalValue;
        if (value is null)
            return null;
        if (property.Metadata.GetTypeMapping().Converter is { } converter)
            value = converter.ConvertToProvider(value);
        return IsRange(value) ? value!.ToString() : value;
    }

    private static bool IsRange(object? value) =>
        value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(NpgsqlTypes.NpgsqlRange<>);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
