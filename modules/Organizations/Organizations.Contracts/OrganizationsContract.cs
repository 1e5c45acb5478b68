using Modular.Kernel.Modules;

namespace Modular.Organizations.Contracts;

/// <summary>The contract of the Organizations module: what others name when they depend on it.</summary>
public sealed class OrganizationsContract : IModuleContract
{
    private OrganizationsContract()
    {
    }

    /// <inheritdoc />
    public static string ModuleId => "organizations";
}
