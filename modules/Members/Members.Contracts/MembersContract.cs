using Modular.Kernel.Modules;

namespace Modular.Members.Contracts;

/// <summary>The contract of the Members module: what others name when they depend on it.</summary>
public sealed class MembersContract : IModuleContract
{
    private MembersContract()
    {
    }

    /// <inheritdoc />
    public static string ModuleId => "members";
}
