using Modular.Kernel.Modules;

namespace Modular.DataProtection.Contracts;

/// <summary>The contract of the Data protection module: what others name when they depend on it.</summary>
public sealed class DataProtectionContract : IModuleContract
{
    private DataProtectionContract()
    {
    }

    /// <inheritdoc />
    public static string ModuleId => "data-protection";
}
