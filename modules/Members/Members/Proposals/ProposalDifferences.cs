using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Records;
using NpgsqlTypes;

namespace Modular.Members.Proposals;

/// <summary>Tells what changes would do to a record, from what a change that was tried on it left with the context, and takes it back again.</summary>
internal static class ProposalDifferences
{
    /// <summary>The fields that would change, in the order of the record's parts.</summary>
    public static List<ProposedChange> Take(MembersDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var lines = new List<ProposedChange>();
        foreach (var section in db.ChangeTracker.Entries().Where(IsTouched).GroupBy(entry => entry.Metadata.ClrType.Name).ToList())
        {
            var number = 0;
            foreach (var entry in section.ToList())
            {
                number++;
                lines.AddRange(entry.Properties.Where(property => IsTold(entry, property.Metadata)).Select(property => Line(section.Key, number, entry, property)).OfType<ProposedChange>());
                TakeBack(entry);
            }
        }

        return lines;
    }

    private static bool IsTouched(EntityEntry entry) =>
        entry.Entity is Member or MemberRecord or IMemberFact && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    // Keys, versions and what the database searches by tell nobody anything.
    private static bool IsTold(EntityEntry entry, IProperty property) =>
        !property.IsPrimaryKey() && !property.IsVersion() && property.ClrType != typeof(Guid)
        && !(entry.Entity is Member && property.Name is nameof(Member.SearchKey) or nameof(Member.SortKey));

    private static ProposedChange? Line(string section, int number, EntityEntry entry, PropertyEntry property)
    {
        var before = entry.State == EntityState.Added ? null : Text(property.Metadata, property.OriginalValue);
        var after = entry.State == EntityState.Deleted ? null : Text(property.Metadata, property.CurrentValue);
        return before == after ? null : new ProposedChange(section, number, JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), before, after);
    }

    private static string? Text(IProperty property, object? value) => (property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) switch
    {
        null => null,
        DateOnly day => day.English(),
        NpgsqlRange<DateOnly> period => $"{period.LowerBound.English()}/{(period.IsOpen() ? ".." : period.UpperBound.AddDays(-1).English())}",
        bool truth => truth ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static void TakeBack(EntityEntry entry)
    {
        if (entry.State == EntityState.Added)
        {
            entry.State = EntityState.Detached;
            return;
        }

        entry.CurrentValues.SetValues(entry.OriginalValues);
        entry.State = EntityState.Unchanged;
    }
}
