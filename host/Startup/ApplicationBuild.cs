using Modular.Host.Modules;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;

namespace Modular.Host.Startup;

/// <summary>Puts the web application together. A module whose services lack what nobody provides is left out, with those that depend on it.</summary>
internal static class ApplicationBuild
{
    /// <summary>The application, and the modules that are in it.</summary>
    public static (WebApplication Application, ModuleLoadReport Modules) Build(
        WebApplicationBuilder builder, HostStart start, HostSettings settings, ModuleLoadReport modules, ConnectionSettings connections)
    {
        try
        {
            return (With(builder, start, settings, modules, connections), modules);
        }
        catch (AggregateException unmet) when (start.Modules is null)
        {
            modules = WithoutUnmet(unmet, start, settings, modules, connections);
            return (With(HostConfiguration.CreateBuilder(start), start, settings, modules, connections), modules);
        }
    }

    // A service may be named by mistake, because it needs one of another module, or one of the same name: each module that is named is tried after those before it.
    private static ModuleLoadReport WithoutUnmet(AggregateException unmet, HostStart start, HostSettings settings, ModuleLoadReport modules, ConnectionSettings connections)
    {
        var named = modules.Installed.All.Where(module => module.Registration.Services.Any(service => unmet.Message.Contains($"'{service}'", StringComparison.Ordinal))).ToList();
        var report = modules;
        foreach (var module in named)
        {
            if (report.Installed.Find(module.Id) is null)
                continue;
            var after = named.SkipWhile(other => other != module).Skip(1).ToHashSet();
            try
            {
                var trial = report with { Installed = new InstalledModules([.. report.Installed.All.Where(other => !after.Contains(other))]) };
                using IDisposable application = With(HostConfiguration.CreateBuilder(start), start, settings, trial, connections);
            }
            catch (AggregateException failed)
            {
                report = report.Without(module.Id, ModuleLoadFailure.Conflict, string.Join(" ", failed.InnerExceptions.Select(failure => failure.Message).Distinct()));
            }
        }

        return report;
    }

    private static WebApplication With(WebApplicationBuilder builder, HostStart start, HostSettings settings, ModuleLoadReport modules, ConnectionSettings connections)
    {
        HostServices.Add(builder, modules, settings, connections);
        start.Configure(builder.Services);
        return builder.Build();
    }
}
