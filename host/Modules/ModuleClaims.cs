using Modular.Host.Identity;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Migrations;
using Modular.Kernel.Postgres.Policies;

namespace Modular.Host.Modules;

/// <summary>What belongs to one module alone: its schema, its policies, its import formats, the services that it provides. Who comes first in the order of dependencies has it.</summary>
internal sealed class ModuleClaims
{
    private readonly Dictionary<string, string> schemas = new(StringComparer.Ordinal) { [DatabaseMigrator.Kernel.Schema] = "kernel", [IdentityServices.Schema.Schema] = "host" };
    private readonly Dictionary<string, string> policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> formats = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> services = [];

    /// <summary>What a module claims that is somebody else's, as sentences.</summary>
    public IReadOnlyList<string> ConflictsOf(InstalledModule module) =>
    [
        .. SchemasOf(module).Where(schemas.ContainsKey).Select(schema => $"It claims the schema '{schema}', which is {OwnerOf(schemas[schema])}."),
        .. PoliciesOf(module).Where(policies.ContainsKey).Select(policy => $"It claims the policy '{policy}', which is {OwnerOf(policies[policy])}."),
        .. FormatsOf(module).Where(formats.ContainsKey).Select(format => $"It claims the import format '{format}', which is {OwnerOf(formats[format])}."),
        .. ProvidedBy(module).Where(IsOfHost).Select(service => $"It brings {service.FullName}, which the host provides."),
        .. ProvidedBy(module).Where(services.ContainsKey).Select(service => $"It brings {service.FullName}, which is {OwnerOf(services[service])}."),
    ];

    /// <summary>From now on this is the module's.</summary>
    public void Take(InstalledModule module)
    {
        foreach (var schema in SchemasOf(module))
            schemas[schema] = module.Id;
        foreach (var policy in PoliciesOf(module))
            policies[policy] = module.Id;
        foreach (var format in FormatsOf(module))
            formats[format] = module.Id;
        // Ports of a module's own contracts have one provider, itself; those that it leaves to others may have several.
        foreach (var service in ProvidedBy(module).Where(service => service.Assembly.GetName().Name == $"{module.Registration.Assembly.GetName().Name}.Contracts"))
            services.TryAdd(service, module.Id);
    }

    private static string OwnerOf(string moduleId) => $"of the module '{moduleId}'";

    private static IEnumerable<string> SchemasOf(InstalledModule module) =>
        module.Registration.Features.Get<ModuleDatabase>() is { } database ? [database.Schema] : [];

    private static IEnumerable<string> PoliciesOf(InstalledModule module) =>
        module.Registration.Features.Get<ModulePolicies>()?.All.Select(policy => policy.Key).Distinct() ?? [];

    private static IEnumerable<string> FormatsOf(InstalledModule module) =>
        module.Registration.Features.Get<ModuleImports>()?.Formats.Select(format => format.Id).Distinct() ?? [];

    private static IEnumerable<Type> ProvidedBy(InstalledModule module) => module.Registration.Services
        .Select(service => service.ServiceType)
        .Where(service => service.Assembly != module.Registration.Assembly)
        .Distinct();

    // Services of kernel, engine and host are theirs, but for those of which every module may bring some.
    private static bool IsOfHost(Type service)
    {
        var name = service.Assembly.GetName().Name!;
        var isShared = service.Assembly == typeof(ModuleClaims).Assembly
            || name == "Modular.GraphQL" || name.StartsWith("Modular.GraphQL.", StringComparison.Ordinal)
            || name == "Modular.Kernel" || name.StartsWith("Modular.Kernel.", StringComparison.Ordinal);
        return isShared && !service.IsConstructedGenericType && !service.IsDefined(typeof(OpenToModulesAttribute), inherit: false);
    }
}
