using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Whom an edit is about and where, as the entity's scope tells: what decides later who may see it.</summary>
internal static class EditPlace
{
    private const string Key = "Id";

    /// <summary>The member of whom the row is, or of whom the row is through which this one is seen, if the change loaded it.</summary>
    public static Guid? SubjectOf(EntityEntry entry)
    {
        var scope = entry.Metadata.FindScope();
        if (scope?.SelfProperty is { } self)
            return Value(entry, self);
        if (scope?.Parent is not { } parent)
            return null;
        if (entry.Metadata.Model.FindEntityType(parent.Entity)?.FindScope()?.SelfProperty == Key)
            return Value(entry, parent.KeyProperty);
        return Above(entry, parent) is { } above ? SubjectOf(above) : null;
    }

    /// <summary>The organization by which the row is seen; where it is seen through another row, that of the other, if the change loaded it.</summary>
    public static Guid? OrganizationOf(EntityEntry entry)
    {
        if (entry.Metadata.HistoryOrganization() is { } declared)
            return Value(entry, declared);
        var scope = entry.Metadata.FindScope();
        if (scope?.OrganizationProperties is [var organization, ..])
            return Value(entry, organization);
        return scope?.Parent is { } parent && Above(entry, parent) is { } above ? OrganizationOf(above) : null;
    }

    /// <summary>The row through which this one is seen, if the change loaded it.</summary>
    private static EntityEntry? Above(EntityEntry entry, ScopeParent parent) => Value(entry, parent.KeyProperty) is { } key
        ? entry.Context.ChangeTracker.Entries().FirstOrDefault(candidate => candidate.Metadata.ClrType == parent.Entity && Value(candidate, Key) == key)
        : null;

    private static Guid? Value(EntityEntry entry, string property) => (Guid?)entry.Property(property).CurrentValue;
}
