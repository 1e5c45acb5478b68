namespace Modular.Kernel.Modules;

/// <summary>
/// Marks a service type of kernel or host of which every module may bring services, beside those of others. Any other service of theirs is theirs alone: a module that brings one is left out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class OpenToModulesAttribute : Attribute;
