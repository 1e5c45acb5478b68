using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;
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

    /// <summary>The row as JSON: every property but what belongs to the province or is computed.</summary>
    public static JsonObject Write(EntityEntry entry)
    {
        var written = new JsonObject();
        foreach (var property in PropertiesOf(entry.Metadata))
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
internal sealed class CarriedFacts<TFact> : CarriedFacts
    where TFact : class, IProvinceOwned
{
    private const string Member = "MemberId";
    private const string Key = "Id";

    /// <inheritdoc />
    public override string Name => typeof(TFact).Name;

    /// <inheritdoc />
    public override async Task<JsonArray> WriteAsync(MembersDbContext db, Guid memberId, CancellationToken cancellationToken)
    {
        var facts = await Of(db, memberId).ToListAsync(cancellationToken);
        return new JsonArray([.. facts.Select(fact => Write(db.Entry(fact)))]);
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<object>> ReadNewAsync(
        MembersDbContext db, Guid memberId, JsonArray facts, CancellationToken cancellationToken)
    {
        var known = await Of(db, memberId).Select(fact => EF.Property<Guid>(fact, Key)).ToListAsync(cancellationToken);
        var read = new List<object>();
        foreach (var written in facts.OfType<JsonObject>().Where(written => !known.Contains(written[Key]!.GetValue<Guid>())))
        {
            var fact = (TFact)Activator.CreateInstance(typeof(TFact), nonPublic: true)!;
            Fill(db.Entry(fact), written, Member);
            db.Entry(fact).Property(Member).CurrentValue = memberId;
            read.Add(fact);
        }

        return read;
    }

    private static IQueryable<TFact> Of(MembersDbContext db, Guid memberId)
    {
        Expression<Func<TFact, bool>> ofMember = fact => EF.Property<Guid>(fact, Member) == memberId;
        return db.Set<TFact>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(ofMember);
    }
}
