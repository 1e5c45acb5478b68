using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(HostStart start, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(start with { TakesSampleProvinces = true }, cancellationToken);
        if (host.Settings.Sample.Load)
            await SampleCommand.LoadAsync(host, cancellationToken);
        await host.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Modular is ready: {host.Application.Urls.First()}");
        await using var stop = cancellationToken.Register(host.Application.Lifetime.StopApplication);
        await host.WaitForShutdownAsync();
        return 0;
    }
}
