using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Organizations.Contracts;
using ModuleName.Data;
using ModuleName.Notes;

namespace ModuleName;

/// <summary>The face of the module: what it is called, what it needs, what it brings.</summary>
[Module("module-id", Title = "ModuleName", VietnameseTitle = "ModuleName")]
[DependsOn<OrganizationsContract>]
public sealed class ModuleClassModule : ModularModule
{
    /// <inheritdoc />
    public override void Register(ModuleBuilder module)
    {
        module
            .Database<ModuleClassDbContext>("module_schema")
            .Permissions(ModuleClassPermissions.All)
            .GraphQL();
        module.Services.AddScoped<NoteWriting>();
    }
}
