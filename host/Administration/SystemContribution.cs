using Modular.Host.Administration.Access;
using Modular.Host.Administration.Accounts;
using Modular.Host.Administration.Operations;
using Modular.Host.Identity;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;

namespace Modular.Host.Administration;

/// <summary>What the host itself brings to every schema: who asks, and which modules there are.</summary>
internal static class SystemContribution
{
    /// <summary>The registration, made like that of a module that is always enabled.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(SystemContribution).Assembly;
        var manifest = new ModuleManifest("system", "System", "Hệ thống", assembly.GetName().Version!, []);
        var system = new ModuleBuilder(manifest, assembly)
            .Permissions(HostPermissions.Own)
            .Database<AccessDbContext>(IdentityServices.Schema.Schema)
            .GraphQL();
        system.Services
            .AddScoped<ViewerReader>()
            .AddScoped<ModuleAdministration>()
            .AddScoped<ManagedProvinces>()
            .AddScoped<PolicyAdministration>()
            .AddScoped<RoleReader>()
            .AddScoped<RoleForm>()
            .AddScoped<RoleDefinitions>()
            .AddScoped<ReachingWays>()
            .AddScoped<RecordReaders>()
            .AddScoped<AccessChange>()
            .AddScoped<OwnGrants>()
            .AddScoped<OwnSessions>()
            .AddScoped<RoleRecipients>()
            .AddScoped<AccountAuthority>()
            .AddScoped<AccountOpening>()
            .AddScoped<AccountChanges>()
            .AddScoped<AccountReset>()
            .AddScoped<AccountSessions>()
            .AddScoped<RoleSecondFactor>()
            .AddScoped<ServiceKeyMaking>()
            .AddScoped<ServiceKeyChanges>()
            .AddScoped<GivingRights>()
            .AddScoped<RoleGiving>()
            .AddScoped<RoleDelegation>()
            .AddScoped<GrantEnding>();
        return system;
    }
}
