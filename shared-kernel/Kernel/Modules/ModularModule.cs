namespace Modular.Kernel.Modules;

/// <summary>
/// The face of a module, and the only type of it that is public. The host finds it in the module's assembly, reads its
/// <see cref="ModuleAttribute"/> and <see cref="DependsOnAttribute"/>s, and calls <see cref="Register"/> once at start.
/// </summary>
public abstract class ModularModule
{
    /// <summary>
    /// Says what the module brings. Nothing may be opened, read or started here: an exception leaves the module out,
    /// with all that depends on it, and the host serves the others.
    /// </summary>
    public abstract void Register(ModuleBuilder module);
}
