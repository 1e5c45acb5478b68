using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Results;

namespace Modular.Host.Tests;

internal sealed class RegistersContract : IModuleContract
{
    public static string ModuleId => "registers";
}

/// <summary>A module that declares permissions for default roles and serves two fields.</summary>
[Module("registers", Title = "Registers", VietnameseTitle = "Sổ")]
internal sealed class RegistersModule : ModularModule
{
    public const string Read = "registers.read";
    public const string Write = "registers.write";

    public override void Register(ModuleBuilder module) => module.GraphQL().Permissions(
        new PermissionDefinition(Read, new LocalizedText("Xem sổ", "Read registers")) { DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.Auditor] },
        new PermissionDefinition(Write, new LocalizedText("Ghi sổ", "Write registers")) { DefaultRoles = [DefaultRoles.CellSecretary] });
}

[QueryType]
internal static class RegisterQueries
{
    /// <summary>The names of all registers.</summary>
    [Requires(RegistersModule.Read)]
    public static IReadOnlyList<string> Registers() => ["members", "organizations"];

    /// <summary>Fails.</summary>
    [Requires(RegistersModule.Read)]
    public static string Broken() => throw new InvalidOperationException("A secret of the register.");
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
