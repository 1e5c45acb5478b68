using System.Text.Json;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Samples;

/// <summary>The built host over an empty data folder, which it fills with the sample provinces.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = TemporaryDataFolder.Create();
    private HostProcess process = null!;

    /// <summary>The figures of the articles.</summary>
    public JsonElement Figures { get; } = JsonDocument.Parse(
        typeof(SampleHost).Assembly.GetManifestResourceStream("seed-figures.json")!).RootElement.Clone();

    public async ValueTask InitializeAsync()
    {
        process = await HostProcess.StartAsync(folder.FullName);
        // Who lives where is introduced behind the sample. For the 110,312 members of Nam Định that takes half a minute of processor time, and nothing here asks about it; residence liaison is tried in Tiền Giang.
        foreach (var province in new[] { TestProvinces.NamDinh, TestProvinces.NinhThuan })
        {
            using var administrator = await SignInAsync($"{province.Slug}.admin", province);
            await administrator.DisableModuleAsync("residence-liaison");
        }
    }

    /// <summary>A client that has signed in with the password of the sample accounts.</summary>
    public async Task<TestClient> SignInAsync(string userName, Province province)
    {
        var client = new TestClient(process.Address, province);
        await client.SignInAsync(userName, "Modular-2026!");
        return client;
    }

    /// <summary>A client that has not signed in.</summary>
    public TestClient Anonymous(Province province) => new(process.Address, province);

    /// <summary>Runs a command of the operator on the same database.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params IReadOnlyList<string> arguments) =>
        HostProcess.RunAsync([.. arguments, "--data", folder.FullName]);

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>One host with the sample in real size serves all tests that ask about it.</summary>
[CollectionDefinition(nameof(SampleHost))]
public sealed class SharedSampleHost : ICollectionFixture<SampleHost>;
