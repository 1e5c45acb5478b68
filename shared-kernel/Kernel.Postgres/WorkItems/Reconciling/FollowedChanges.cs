using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Modular.Kernel.Postgres.Entities;
using Npgsql;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>Which subjects' work items a unit of work has to compare with the facts when it commits.</summary>
internal sealed class FollowedChanges
{
    private readonly Dictionary<WorkItemStatements, HashSet<Guid>> subjects = [];

    /// <summary>Notes what a save is about to change.</summary>
    public void Note(ChangeTracker tracker, IReadOnlyList<WorkItemStatements> kinds)
    {
        if (kinds.Count == 0)
            return;
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            foreach (var kind in kinds)
                NoteEntry(entry, kind);
        }
    }

    /// <summary>Notes that facts about these subjects may have changed.</summary>
    public void Note(WorkItemStatements kind, IEnumerable<Guid> touched)
    {
        if (!subjects.TryGetValue(kind, out var known))
            subjects.Add(kind, known = []);
        known.UnionWith(touched);
    }

    /// <summary>The statements that make the items what the facts say.</summary>
    public IEnumerable<NpgsqlBatchCommand> Statements(ContextBinding binding) =>
        subjects.Select(kind => kind.Key.ReconcileSome(binding.Province, kind.Value, binding.Clock));

    private void NoteEntry(EntityEntry entry, WorkItemStatements kind)
    {
        foreach (var followed in kind.Kind.Followed)
        {
            if (followed.Entity == entry.Metadata.ClrType && Matters(entry, followed))
                Note(kind, [followed.SubjectOf(entry.Entity)]);
        }
    }

    private static bool Matters(EntityEntry entry, FollowedEntity followed) =>
        entry.State != EntityState.Modified
        || followed.Properties.Count == 0
        || followed.Properties.Any(property => entry.Property(property).IsModified);
}
