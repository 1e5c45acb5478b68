using System.Text.Json.Nodes;
using Modular.Kernel.Provinces;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests;

/// <summary>An operator takes the data of modules out of a province, removes them and puts them back, while the host serves the others.</summary>
public sealed class ModuleDataTests : IAsyncLifetime
{
    private const string Slug = "tien-giang";

    private static readonly string[] Modules = ["organizations", "members", "data-protection", "residence-liaison"];

    private static readonly Dictionary<string, string> SameProvince = new()
    {
        [$"Provinces__{Slug}__Code"] = "82",
        [$"Provinces__{Slug}__Name"] = "Tien Giang",
        [$"Provinces__{Slug}__VietnameseName"] = "Tiền Giang",
    };

    private readonly DirectoryInfo folder = TemporaryDataFolder.Create();
    private readonly DirectoryInfo other = TemporaryDataFolder.Create();
    private readonly DirectoryInfo exports = Directory.CreateTempSubdirectory("modular-exports-");
    private HostProcess host = null!;
    private HostProcess elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        host = await HostProcess.StartAsync(folder.FullName, "--sample-scale", "0.01");
        elsewhere = await HostProcess.StartAsync(other.FullName, SameProvince, "--no-sample");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await elsewhere.DisposeAsync();
        foreach (var made in new[] { folder, other, exports })
            made.Delete(recursive: true);
    }

    [Fact]
    public async Task Modules_are_exported_removed_and_put_back_to_the_last_row_here_and_in_another_database()
    {
        var (_, plan, _) = await HostProcess.RunAsync(["modules", "disable", "members", "--province", Slug, "--dry-run", "--data", folder.FullName]);
        var lines = plan.Trim().Split('\n');
        Assert.Equal(["disable first: residence-liaison", "disable first: data-protection"], lines[..2]);
        Assert.Contains("schema: Breaking FIELD_REMOVED Query.members: Field Query.members was removed.", lines);
        Assert.Matches("^plan: [0-9a-f]{32}$", lines[^1]);

        Assert.Equal(
            "What enabling or disabling the module 'residence-liaison' does has changed since you looked at the plan. Look at it again.",
            await RefusedAsync(["disable", "residence-liaison", .. Because, "--plan", "of-another-day"]));

        await ApplyAsync("[]");
        // What counts is the export that is made after the last change.
        await DoAsync(folder, ["export", .. Modules, .. In("last")]);
        Assert.Equal(
            $"The module 'members' needs 'organizations' and still has data in {Slug}. Export and remove it first.",
            await RefusedAsync(["uninstall", "organizations", .. In("last"), .. Because]));
        await DoAsync(folder, ["uninstall", .. Modules, .. In("last"), .. Because]);
        // It is refused where anything is left.
        await DoAsync(folder, ["restore", .. Modules, .. In("last"), .. Because]);
        await DoAsync(folder, ["export", .. Modules, .. In("back")]);
        await DoAsync(other, ["restore", .. Modules, .. In("last"), .. Because]);
        await DoAsync(other, ["export", .. Modules, .. In("elsewhere")]);
        foreach (var module in Modules)
        {
            Assert.Equal(Hashes(module, "last"), Hashes(module, "back"));
            Assert.Equal(Hashes(module, "last"), Hashes(module, "elsewhere"));
        }

        Assert.True(Tables("members", "last", "WithTheModule").Values.Sum(table => (long)table["rows"]!) > 100, "There was little to put back.");
        await ApplyAsync($"[{string.Join(", ", Modules.Select(module => $"\"{module}\""))}]");
        using var client = new TestClient(host.Address, new Province(new ProvinceId(82), Slug, "Tien Giang", "Tiền Giang"));
        await client.SignInAsync($"{Slug}.board", "Modular-2026!");
        Assert.True((int)(await client.ExecuteAsync("{ members { totalCount } }")).Data["members"]!["totalCount"]! > 10, "Members are not back.");

        Assert.Equal($"{Slug} has the module 'residence-liaison' enabled. Disable it first.", await RefusedAsync(["uninstall", "residence-liaison", .. In("last"), .. Because]));
        await File.AppendAllTextAsync(Path.Combine(exports.FullName, "last", "members", "members.member.csv"), "x", TestContext.Current.CancellationToken);
        Assert.Equal("The file members.member.csv is not the one that was exported.", await RefusedAsync(["restore", "members", .. In("last"), .. Because]));
    }

    private static string[] Because => ["--province", Slug, "--reason", "It moves."];

    private string[] In(string name) => ["--folder", Path.Combine(exports.FullName, name)];

    private async Task ApplyAsync(string modules)
    {
        var file = Path.Combine(exports.FullName, "modules.json");
        await File.WriteAllTextAsync(file, $$"""{ "{{Slug}}": {{modules}} }""", TestContext.Current.CancellationToken);
        await DoAsync(folder, ["apply", file, "--reason", "It moves."]);
    }

    private async Task<string> RefusedAsync(string[] arguments)
    {
        var (exitCode, _, errors) = await HostProcess.RunAsync(["modules", .. arguments, "--data", folder.FullName]);
        Assert.Equal(1, exitCode);
        return errors.Trim().Split('\n')[^1];
    }

    private static async Task DoAsync(DirectoryInfo data, string[] arguments)
    {
        string[] province = arguments[0] is "export" ? ["--province", Slug] : [];
        var (exitCode, _, errors) = await HostProcess.RunAsync(["modules", .. arguments, .. province, "--data", data.FullName, "--no-sample"]);
        Assert.True(exitCode == 0, errors);
    }

    /// <summary>The tables of an export whose rows are kept so, by their names.</summary>
    private Dictionary<string, JsonNode> Tables(string module, string export, string kept) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(exports.FullName, export, module, "manifest.json")))!["tables"]!.AsArray()
            .Where(table => (string)table!["kept"]! == kept).ToDictionary(table => (string)table!["name"]!, table => table!);

    private IEnumerable<string> Hashes(string module, string export) =>
        Tables(module, export, "WithTheModule").Select(table => $"{table.Key} {table.Value["rows"]} {table.Value["sha256"]}");
}
