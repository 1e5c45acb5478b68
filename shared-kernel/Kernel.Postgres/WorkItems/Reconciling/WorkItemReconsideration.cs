using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.WorkItems;

namespace Modular.Kernel.Postgres.WorkItems;

/// <inheritdoc />
internal sealed class WorkItemReconsideration(ScopeTransaction current) : IWorkItems
{
    public void Reconsider(string kind, params IReadOnlyCollection<Guid> subjects)
    {
        var unit = current.Require();
        var binding = unit.Context.Binding;
        var statements = binding.WorkItemKinds.FirstOrDefault(known => known.Kind.Id == kind)
            ?? throw new InvalidOperationException($"Module '{binding.ModuleId}' has no kind of work item '{kind}'.");
        unit.Pending.Followed.Note(statements, subjects);
    }
}
