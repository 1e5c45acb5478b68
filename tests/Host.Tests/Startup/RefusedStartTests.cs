using Modular.Host.Identity;
using Modular.Host.Startup;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Host.Tests.Startup;

public sealed class RefusedStartTests
{
    [Fact]
    public async Task A_strict_host_does_not_start_with_a_faulty_module()
    {
        await using var database = await TestDatabase.CreateAsync(new TestDatabaseOptions { Schemas = [IdentityServices.Schema] });

        var refused = await RefusedAsync(new()
        {
            ["Database:Owner"] = database.Connections.Owner,
            ["Database:Application"] = database.Connections.Application,
            ["Modules:Paths:0"] = "/nowhere",
            ["Modules:Strict"] = "true",
        });

        Assert.Equal("A module is faulty, and Modules:Strict is set: nowhere: The folder does not exist.", refused);
    }

    [Fact]
    public async Task One_connection_string_alone_is_refused_with_the_way_out()
    {
        var refused = await RefusedAsync(new() { ["Database:Application"] = "Host=nowhere" });

        Assert.StartsWith("A PostgreSQL of one's own takes two roles: --connection for the one that serves requests", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_without_its_code_is_refused() =>
        Assert.Equal("The setting Provinces:nam-dinh:Code is missing.", await RefusedAsync(new() { ["Provinces:nam-dinh:Name"] = "Nam Dinh" }));

    [Fact]
    public async Task A_setting_that_is_no_number_is_refused() => Assert.Equal(
        "Failed to convert configuration value 'large' at 'Sample:Scale' to type 'System.Double'.",
        await RefusedAsync(new() { ["Sample:Scale"] = "large" }));

    private static async Task<string> RefusedAsync(Dictionary<string, string?> settings)
    {
        settings["Logging:LogLevel:Default"] = "None";
        var refused = await Assert.ThrowsAsync<HostRefusedToStartException>(
            () => ModularHost.OpenAsync(new HostStart { Settings = settings }, TestContext.Current.CancellationToken));
        return refused.Message;
    }
}
