namespace Modular.Kernel.Modules;

/// <summary>
/// What modules bring of a port that another module's contract leaves to them, of those modules alone that the province of the current scope has enabled. Whoever asks here never meets a module that
/// the province gave up or never had, so that no such module has to look for itself whether it is meant.
/// </summary>
/// <typeparam name="TPort">The port: an interface of the contract of the module that asks.</typeparam>
public interface IEnabledPorts<TPort>
    where TPort : class
{
    /// <summary>The implementations, in the order of the modules; empty where no module of the province brings one.</summary>
    /// <exception cref="InvalidOperationException">The scope works in no province.</exception>
    Task<IReadOnlyList<TPort>> FindAsync(CancellationToken cancellationToken);
}
