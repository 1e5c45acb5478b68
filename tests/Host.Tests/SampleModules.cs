using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Results;

namespace Modular.Host.Tests;

internal sealed class RegistersContract : IModuleContract
{
    public static string ModuleId => "registers";
}

/// <summary>A module that declares permissions for default roles and does nothing.</summary>
[Module("registers", Title = "Registers", VietnameseTitle = "Sổ")]
internal sealed class RegistersModule : ModularModule
{
    public const string Read = "registers.read";
    public const string Write = "registers.write";

    public override void Register(ModuleBuilder module) => module.Permissions(
        new PermissionDefinition(Read, new LocalizedText("Xem sổ", "Read registers")) { DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.Auditor] },
        new PermissionDefinition(Write, new LocalizedText("Ghi sổ", "Write registers")) { DefaultRoles = [DefaultRoles.CellSecretary] });
}

/// <summary>A module that depends on <see cref="RegistersModule"/>.</summary>
[Module("minutes", Title = "Minutes", VietnameseTitle = "Biên bản")]
[DependsOn<RegistersContract>]
internal sealed class MinutesModule : ModularModule
{
    public override void Register(ModuleBuilder module)
    {
    }
}
