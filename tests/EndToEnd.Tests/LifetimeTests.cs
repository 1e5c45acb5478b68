using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests;

/// <summary>Starting, stopping, and what happens in between that nobody wanted.</summary>
public sealed class LifetimeTests : IDisposable
{
    private readonly DirectoryInfo folder = TemporaryDataFolder.Create();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_host_that_was_killed_starts_again_over_its_data_and_leaves_no_database_running_when_it_is_asked_to_stop()
    {
        await using (var killed = await HostProcess.StartAsync(folder.FullName, "--no-sample"))
        {
            Assert.Equal(0, (await HostProcess.RunAsync(["users", "add", "survivor", "--data", folder.FullName], "correct horse battery\n")).ExitCode);
            await killed.KillAsync();
        }

        await using var host = await HostProcess.StartAsync(folder.FullName, "--no-sample");
        using (var client = new TestClient(host.Address, TestProvinces.NamDinh))
            await client.SignInAsync("survivor", "correct horse battery");

        Assert.Equal(0, await host.StopAsync());

        Assert.False(File.Exists(Path.Combine(folder.FullName, "postgres", "postmaster.pid")));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "serving.json")));
    }
}
