using Modular.Kernel.Modules;

namespace Modular.ResidenceLiaison.Contracts;

/// <summary>The contract of the Residence liaison module: what others name when they depend on it.</summary>
public sealed class ResidenceLiaisonContract : IModuleContract
{
    private ResidenceLiaisonContract()
    {
    }

    /// <inheritdoc />
    public static string ModuleId => "residence-liaison";
}
