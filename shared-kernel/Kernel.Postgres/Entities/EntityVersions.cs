using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Raises the version of what is added or changed.</summary>
internal static class EntityVersions
{
    public static void Raise(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
                continue;
            if (entry.Metadata.GetProperties().FirstOrDefault(property => property.IsVersion()) is not { } version)
                continue;
            var property = entry.Property(version);
            property.CurrentValue = entry.State == EntityState.Added ? 1 : (int)property.OriginalValue! + 1;
        }
    }
}
