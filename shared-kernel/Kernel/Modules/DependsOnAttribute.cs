namespace Modular.Kernel.Modules;

/// <summary>Says that a module needs another one: it is loaded after it, and enabled in a province only together with it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class DependsOnAttribute : Attribute
{
    /// <summary>The identifier of the module that must be there.</summary>
    public abstract string ModuleId { get; }
}

/// <inheritdoc />
/// <typeparam name="TContract">The marker type of the other module's Contracts assembly.</typeparam>
public sealed class DependsOnAttribute<TContract> : DependsOnAttribute
    where TContract : IModuleContract
{
    /// <inheritdoc />
    public override string ModuleId => TContract.ModuleId;
}
