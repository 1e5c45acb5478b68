using Modular.Host.Provinces;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(HostStart start, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(start with { TakesSampleProvinces = true }, cancellationToken);
        // Never by itself into provinces that a deployment names: the sample brings accounts whose password everybody knows.
        if (host.Settings is { Sample.Load: true, Provinces.Count: 0 })
            await SampleCommand.LoadAsync(host, cancellationToken);
        await host.StartAsync(cancellationToken);
        await AnnounceAsync(host);
        await using var stop = cancellationToken.Register(host.Application.Lifetime.StopApplication);
        await host.WaitForShutdownAsync();
        return 0;
    }

    private static async Task AnnounceAsync(ModularHost host)
    {
        var address = host.Application.Urls.First();
        await Console.Out.WriteLineAsync($"Sign in by POST {address}/auth/login, then ask, or open in a browser:");
        foreach (var served in host.Services.GetRequiredService<ProvinceDirectory>().State.All)
            await Console.Out.WriteLineAsync($"  {address}/{served.Province.Slug}/graphql");
        await Console.Out.WriteLineAsync($"Modular is ready: {address}");
    }
}
