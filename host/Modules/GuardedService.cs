namespace Modular.Host.Modules;

/// <summary>
/// A background service of a module. What it throws when it is made, starts or runs ends it alone and is reported; one that does not come to an end with starting is not waited for.
/// </summary>
internal sealed class GuardedService(
    string moduleId, string name, Func<IHostedService> make, TimeSpan patience, ModuleFaults faults, TimeProvider clock, ILogger<GuardedService> log) : IHostedService, IAsyncDisposable
{
    private IHostedService? service;

    /// <summary>Adds a module's services to the host's, with its background services guarded.</summary>
    public static void AddAll(IServiceCollection services, string moduleId, IServiceCollection brought, ModuleOptions options)
    {
        foreach (var descriptor in brought)
            services.Add(descriptor.ServiceType == typeof(IHostedService) ? Guarded(moduleId, descriptor, options) : descriptor);
    }

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Made and started beside, since both are code of the module and may block.
            await Task.Run(
                async () =>
                {
                    service = make();
                    await service.StartAsync(cancellationToken);
                },
                cancellationToken).WaitAsync(patience, clock, cancellationToken);
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
                await Task.Run(() => started.StopAsync(cancellationToken), CancellationToken.None).WaitAsync(patience, clock, cancellationToken);
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
            provider.GetRequiredService<ModuleFaults>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GuardedService>>()));
    }

    private void Report(Exception failure)
    {
        faults.Note(moduleId, name, failure);
        log.LogError(failure, "{Service} of module {Module} failed and runs no more; the rest of the module serves.", name, moduleId);
    }
}
