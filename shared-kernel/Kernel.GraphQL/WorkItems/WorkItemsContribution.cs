using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>What the kernel brings to every schema for what is due.</summary>
public static class WorkItemsContribution
{
    /// <summary>The registration, made like that of a module that is always enabled; its services join the host's.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(WorkItemsContribution).Assembly;
        var manifest = new ModuleManifest("work-items", "Work items", "Việc đến hạn", assembly.GetName().Version!, []);
        var contribution = new ModuleBuilder(manifest, assembly)
            .Database<WorkItemsDbContext>("kernel")
            .GraphQL(type => type.Namespace == typeof(WorkItemsContribution).Namespace);
        contribution.Services.AddScoped<WorkItemHandling>().AddScoped<WorkItemFocus>();
        return contribution;
    }
}
