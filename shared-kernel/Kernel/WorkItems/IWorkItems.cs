namespace Modular.Kernel.WorkItems;

/// <summary>
/// Keeps the work items of a module true to its facts where the unit of work cannot see by itself that they changed: after an event of another
/// module. What the module changes of its own entities is followed without a call.
/// </summary>
public interface IWorkItems
{
    /// <summary>Compares the items of these subjects with the facts when the running unit of work commits.</summary>
    /// <param name="kind">The identifier of a kind of the module whose unit of work is running.</param>
    /// <param name="subjects">The identifiers by which the kind's facts are narrowed.</param>
    /// <exception cref="InvalidOperationException">No unit of work is running, or its module has no such kind.</exception>
    void Reconsider(string kind, params IReadOnlyCollection<Guid> subjects);
}
