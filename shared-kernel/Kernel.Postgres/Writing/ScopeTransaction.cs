namespace Modular.Kernel.Postgres.Writing;

/// <summary>The transaction that runs in the current scope, so that everything that the change calls joins it.</summary>
internal sealed class ScopeTransaction
{
    /// <summary>The unit of work that runs, or null.</summary>
    public UnitOfWork? Unit { get; set; }

    /// <summary>The unit of work that runs.</summary>
    /// <exception cref="InvalidOperationException">None runs.</exception>
    public UnitOfWork Require() =>
        Unit ?? throw new InvalidOperationException("This is done inside IWrite.RunAsync only: no change is running in this scope.");
}
