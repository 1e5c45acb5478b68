using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests;

/// <summary>The built host with all modules, as a process with a private database, which the tests of a class share.</summary>
public sealed class ServingHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = TemporaryDataFolder.Create();

    public HostProcess Process { get; private set; } = null!;

    /// <summary>The options by which a command meets the same database.</summary>
    public IReadOnlyList<string> SameDatabase => ["--data", folder.FullName];

    public async ValueTask InitializeAsync() => Process = await HostProcess.StartAsync(folder.FullName, "--no-sample");

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
