using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests;

/// <summary>What an operator does at the command line while the host serves.</summary>
public sealed class OperatorTests(ServingHost serving) : IClassFixture<ServingHost>
{
    [Fact]
    public async Task Every_module_that_lies_beside_the_host_is_installed()
    {
        var (exitCode, output, errors) = await RunAsync("modules", "list");

        var modules = Directory.GetDirectories(TestKit.Repository.ModulesFolder)
            .Select(folder => $"{Regex.Replace(Path.GetFileName(folder), "(?<!^)[A-Z]", "-$0").ToLowerInvariant()} 0.1.0").Order(StringComparer.Ordinal);
        // What the modules keep follows them; there are no provinces here.
        var volumes = output.Trim().Split('\n').Where(line => line.Contains(" tables, about ", StringComparison.Ordinal)).ToList();
        Assert.Equal((0, string.Join('\n', modules)), (exitCode, string.Join('\n', output.Trim().Split('\n').Except(volumes).Order(StringComparer.Ordinal))));
        Assert.NotEmpty(volumes);
        Assert.DoesNotContain("Warning", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_added_signs_in_at_the_host_that_serves()
    {
        var (exitCode, _, _) = await HostProcess.RunAsync(["users", "add", "operator", .. serving.SameDatabase], "correct horse battery\n");
        using var client = new HttpClient { BaseAddress = serving.Process.Address };

        using var response = await client.PostAsJsonAsync(
            "/auth/login", new { userName = "operator", password = "correct horse battery" }, TestContext.Current.CancellationToken);

        Assert.Equal((0, HttpStatusCode.OK), (exitCode, response.StatusCode));
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_a_sentence()
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync(["users", "add", "weak", .. serving.SameDatabase], "short\n");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Passwords must be at least 12 characters.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_that_does_not_exist_is_named()
    {
        var (exitCode, _, errors) = await RunAsync("modules", "enable", "members", "--province", "atlantis", "--reason", "A test.");

        Assert.Equal(1, exitCode);
        Assert.EndsWith("There is no province 'atlantis'.", errors.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seal_that_is_none_is_refused_with_a_sentence()
    {
        var (exitCode, output, errors) = await RunAsync("history", "verify", "--province", "nam-dinh", "--seal", "12:abc");

        Assert.Equal((1, "", "A seal is written as its position, a colon and 64 hexadecimal digits."), (exitCode, output, errors.Trim()));
    }

    [Theory]
    [InlineData("There is no folder /nowhere.", "archive", "--to", "/nowhere")]
    [InlineData("There is no file /nowhere.", "check-archive", "/nowhere")]
    public async Task A_place_for_archived_reads_that_does_not_exist_is_named(string message, params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(["access-log", .. arguments, "--province", "nam-dinh"]);

        Assert.Equal((1, "", message), (exitCode, output, errors.Trim()));
    }

    [Fact]
    public async Task A_setting_may_stand_in_a_file_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("modular-secrets-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "Transport__TrustedProxies__0"), "from the file", TestContext.Current.CancellationToken);

            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => HostProcess.StartAsync(
                Path.Combine(folder.FullName, "data"), new Dictionary<string, string> { ["Secrets"] = folder.FullName }, "--no-sample"));

            Assert.Contains("Transport:TrustedProxies holds 'from the file', which is neither", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused_with_a_sentence()
    {
        var (exitCode, _, errors) = await RunAsync("--port", "0", "--no-sample");

        Assert.Equal(1, exitCode);
        Assert.Contains($"The data folder '{serving.SameDatabase[1]}' is in use by another host", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        HostProcess.RunAsync([.. arguments, .. serving.SameDatabase]);
}
