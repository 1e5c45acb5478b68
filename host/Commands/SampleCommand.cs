using System.CommandLine;
using Modular.Host.Samples.Loading;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary><c>sample</c>: loads the sample provinces into a database that is empty, and ends.</summary>
internal static class SampleCommand
{
    public static Command Create(HostOptions options)
    {
        var command = new Command("sample", "Load the sample provinces, each unless it holds organizations already.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await ModularHost.OpenAsync(
                options.ReadForOperator(parsed) with { TakesSampleProvinces = true }, cancellationToken);
            var loaded = await LoadAsync(host, cancellationToken);
            await Console.Out.WriteLineAsync(loaded ? "The sample provinces are loaded." : "The provinces hold data already; nothing was loaded.");
            return 0;
        });
        return command;
    }

    /// <summary>Loads what is wanted, and lets the host know of the modules that it enabled.</summary>
    public static async Task<bool> LoadAsync(ModularHost host, CancellationToken cancellationToken)
    {
        var loader = ActivatorUtilities.CreateInstance<SampleLoader>(host.Services);
        var loaded = await loader.LoadAsync(host.Settings.Sample.Scale, cancellationToken);
        if (loaded)
        {
            await host.ReadProvincesAsync(cancellationToken);
            await Console.Out.WriteLineAsync($"Sample accounts are listed in README.md; their password is {SampleUsers.Password}");
        }

        return loaded;
    }
}
