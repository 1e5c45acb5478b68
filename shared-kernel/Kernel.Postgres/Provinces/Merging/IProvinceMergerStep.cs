using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>
/// What a module does itself when a province becomes part of another. Rows of all tables go over without a line of code; a step is for facts of which both provinces have their own, and for
/// what one province can have only once. It runs before the rows go over, in the same transaction, with the owner's rights on both provinces.
/// </summary>
[OpenToModules]
public interface IProvinceMergerStep
{
    /// <summary>Prepares the rows, or objects.</summary>
    Task RunAsync(ProvinceMergerWork work, CancellationToken cancellationToken);
}
