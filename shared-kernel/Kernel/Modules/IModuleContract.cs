namespace Modular.Kernel.Modules;

/// <summary>
/// Marks the Contracts assembly of a module. Another module that depends on it names this type in
/// <see cref="DependsOnAttribute{TContract}"/>, so that a dependency is a type that the compiler checks, never a string.
/// </summary>
public interface IModuleContract
{
    /// <summary>The identifier of the module whose contract this is.</summary>
    static abstract string ModuleId { get; }
}
