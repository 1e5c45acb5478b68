using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;
using Modular.Members.Records;
using NpgsqlTypes;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>A kind of facts that goes with the member's file: rows of one table, as they are, with their identifiers.</summary>
internal abstract class CarriedFacts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new PeriodConverter() },
    };

    /// <summary>The name of the facts in the file.</summary>
    public abstract string Name { get; }

    /// <summary>The member's facts of this kind.</summary>
    public abstract Task<JsonArray> WriteAsync(MembersDbContext db, Guid memberId, CancellationToken cancellationToken);

    /// <summary>Those of the facts that this province does not have yet.</summary>
    public abstract Task<IReadOnlyList<object>> ReadNewAsync(MembersDbContext db, Guid memberId, JsonArray facts, CancellationToken cancellationToken);

    /// <summary>Makes the member's facts of this kind what the file says: rows that it does not have go, rows of the same identifier become what it says.</summary>
    /// <returns>The facts that this province does not have yet.</returns>
    public abstract Task<IReadOnlyList<object>> ReplaceAsync(MembersDbContext db, Guid memberId, JsonArray facts, CancellationToken cancellationToken);

    /// <summary>The row as JSON: every property but what belongs to the province or is computed, and what is left out.</summary>
    public static JsonObject Write(EntityEntry entry, params IReadOnlyCollection<string> except)
    {
        var written = new JsonObject();
        foreach (var property in PropertiesOf(entry.Metadata).Where(property => !except.Contains(property.Name)))
            written[property.Name] = JsonSerializer.SerializeToNode(entry.Property(property.Name).CurrentValue, property.ClrType, Options);
        return written;
    }

    /// <summary>Gives a row the values that were written, but for properties that are left out.</summary>
    public static void Fill(EntityEntry entry, JsonObject written, params IReadOnlyCollection<string> except)
    {
        foreach (var property in PropertiesOf(entry.Metadata).Where(property => !except.Contains(property.Name) && written.ContainsKey(property.Name)))
            entry.Property(property.Name).CurrentValue = written[property.Name].Deserialize(property.ClrType, Options);
    }

    private static IEnumerable<IReadOnlyProperty> PropertiesOf(IReadOnlyEntityType type) => type.GetProperties().Where(property =>
        property.Name != nameof(IProvinceOwned.ProvinceId) && !property.IsVersion() && property.ValueGenerated != ValueGenerated.OnAddOrUpdate);

    /// <summary>Periods of days, as <c>{"from": "2020-01-01", "to": null}</c>.</summary>
    private sealed class PeriodConverter : JsonConverter<NpgsqlRange<DateOnly>>
    {
        public override NpgsqlRange<DateOnly> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var days = JsonSerializer.Deserialize<Days>(ref reader, options)!;
            return Periods.Between(days.From, days.To);
        }

        public override void Write(Utf8JsonWriter writer, NpgsqlRange<DateOnly> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Days(value.LowerBound, value.UpperBoundInfinite ? null : value.UpperBound), options);

        private sealed record Days(DateOnly From, DateOnly? To);
    }
}

/// <summary>The facts of one table.</summary>
/// <param name="which">Those of a member that go along; all where it is left out.</param>
/// <param name="except">What of a row stays behind.</param>
internal sealed class CarriedFacts<TFact>(Expression<Func<TFact, bool>>? which = null, params IReadOnlyCollection<string> except) : CarriedFacts
    where TFact : class, IProvinceOwned
{
    private const string Key = "Id";

    // A row that is there once a person has the person's identifier.
    private static readonly string Member = typeof(TFact) == typeof(MemberRecord) ? Key : "MemberId";

    // What a row here keeps when it is given the content of the one that was carried.
    private static readonly string[] OfTheRow = [Key, "MemberId", "OrganizationId"];

    /// <inheritdoc />
    public override string Name => typeof(TFact).Name;

    /// <inheritdoc />
    public override async Task<JsonArray> WriteAsync(MembersDbContext db, Guid memberId, CancellationToken cancellationToken)
    {
        var facts = await (which is null ? Of(db, memberId) : Of(db, memberId).Where(which)).ToListAsync(cancellationToken);
        return new JsonArray([.. facts.Select(fact => Write(db.Entry(fact), except))]);
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<object>> ReadNewAsync(
        MembersDbContext db, Guid memberId, JsonArray facts, CancellationToken cancellationToken)
    {
        var known = await Of(db, memberId).Select(fact => EF.Property<Guid>(fact, Key)).ToListAsync(cancellationToken);
        return [.. facts.OfType<JsonObject>().Where(written => !known.Contains(KeyOf(written, memberId))).Select(written => Read(db, memberId, written))];
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<object>> ReplaceAsync(MembersDbContext db, Guid memberId, JsonArray facts, CancellationToken cancellationToken)
    {
        var known = await Of(db, memberId).ToDictionaryAsync(fact => (Guid)db.Entry(fact).Property(Key).CurrentValue!, cancellationToken);
        var carried = facts.OfType<JsonObject>().ToDictionary(written => KeyOf(written, memberId));
        foreach (var (id, fact) in known)
        {
            if (carried.TryGetValue(id, out var written))
                Fill(db.Entry(fact), written, OfTheRow);
            else
                db.Remove(fact);
        }

        return [.. carried.Where(one => !known.ContainsKey(one.Key)).Select(one => Read(db, memberId, one.Value))];
    }

    private static Guid KeyOf(JsonObject written, Guid memberId) => Member == Key ? memberId : written[Key]!.GetValue<Guid>();

    private static object Read(MembersDbContext db, Guid memberId, JsonObject written)
    {
        var fact = (TFact)Activator.CreateInstance(typeof(TFact), nonPublic: true)!;
        Fill(db.Entry(fact), written, Member);
        db.Entry(fact).Property(Member).CurrentValue = memberId;
        return fact;
    }

    private static IQueryable<TFact> Of(MembersDbContext db, Guid memberId)
    {
        Expression<Func<TFact, bool>> ofMember = fact => EF.Property<Guid>(fact, Member) == memberId;
        return db.Set<TFact>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(ofMember);
    }
}
