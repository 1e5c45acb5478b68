using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Telemetry;

namespace Modular.Host.Modules;

/// <summary>
/// A background service of a module. What it throws when it is made, starts or runs ends it alone and is reported; one that does not come to an end with starting is not waited for.
/// </summary>
internal sealed class GuardedService(
    string moduleId, string name, Func<IHostedService> make, TimeSpan patience, ModuleWork work, ModuleFaults faults, TimeProvider clock, ILogger<GuardedService> log)
    : IHostedService, IAsyncDisposable
{
    private IHostedService? service;

    /// <summary>
    /// Adds the services of the modules to the host's, with their background services guarded. What the host has of the framework, such as logging or the clock, stays the host's.
    /// </summary>
    public static void AddAll(IServiceCollection services, InstalledModules modules, ModuleOptions options)
    {
        var ofTheHost = services.Select(descriptor => descriptor.ServiceType).Where(IsOfOthers).ToHashSet();
        foreach (var module in modules.All)
            Add(services, module.Id, module.Registration.Services, ofTheHost, options);
    }

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Made and started beside, since both are code of the module and may block.
            await WaitAsync(
                work.RunAsync(moduleId, async () =>
                {
                    service = make();
                    await service.StartAsync(cancellationToken);
                }),
                cancellationToken);
            if (service is BackgroundService { ExecuteTask: { } running })
                _ = running.ContinueWith(ended => Report(ended.Exception!.InnerException!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Report(failure);
        }
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (service is { } started)
                await WaitAsync(work.RunAsync(moduleId, () => started.StopAsync(cancellationToken)), cancellationToken);
        }
        catch (Exception failure)
        {
            Report(failure);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (service is IAsyncDisposable gentle)
            await gentle.DisposeAsync();
        else
            (service as IDisposable)?.Dispose();
    }

    private static void Add(IServiceCollection services, string moduleId, IServiceCollection brought, HashSet<Type> ofTheHost, ModuleOptions options)
    {
        foreach (var descriptor in brought)
        {
            if (descriptor.ServiceType == typeof(IHostedService))
                services.Add(Guarded(moduleId, descriptor, options));
            else if (!ofTheHost.Contains(descriptor.ServiceType))
                services.Add(descriptor);
        }
    }

    // Closed generic services, such as options, come together from all sides.
    private static bool IsOfOthers(Type service) =>
        !service.IsConstructedGenericType && !service.Assembly.GetName().Name!.StartsWith("Modular.", StringComparison.Ordinal);

    private static ServiceDescriptor Guarded(string moduleId, ServiceDescriptor descriptor, ModuleOptions options)
    {
        var name = (descriptor.ImplementationType ?? descriptor.ImplementationInstance?.GetType())?.Name ?? "a background service";
        return ServiceDescriptor.Singleton<IHostedService>(provider => new GuardedService(
            moduleId,
            name,
            () => descriptor.ImplementationInstance as IHostedService
                ?? (IHostedService?)descriptor.ImplementationFactory?.Invoke(provider)
                ?? (IHostedService)ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!),
            options.ServiceStart,
            provider.GetRequiredService<ModuleWork>(),
            provider.GetRequiredService<ModuleFaults>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GuardedService>>()));
    }

    private async Task WaitAsync(Task running, CancellationToken cancellationToken)
    {
        try
        {
            await running.WaitAsync(patience, clock, cancellationToken);
        }
        finally
        {
            if (!running.IsCompleted)
                work.LeaveBehind(moduleId, running);
        }
    }

    private void Report(Exception failure)
    {
        faults.NoteOfNoProvince(moduleId, name, failure);
        log.LogError(failure, "{Service} of module {Module} failed and runs no more; the rest of the module serves.", name, moduleId);
    }
}
