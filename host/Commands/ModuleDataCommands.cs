using System.CommandLine;
using Modular.Host.Archives;
using Modular.Host.Provinces;
using Modular.Host.Startup;
using Modular.Kernel.Modules;

namespace Modular.Host.Commands;

/// <summary><c>modules export|uninstall|restore|drop</c>: what operators do with all data of a module in a province.</summary>
internal static class ModuleDataCommands
{
    private static readonly Argument<string[]> Modules = new("modules") { Description = "The identifiers of the modules, in any order.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<DirectoryInfo> Folder = new("--folder") { Description = "The folder of the exports; each module has a folder of its name in it.", Required = true };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why, for the history.", Required = true };

    public static IReadOnlyList<Command> Create(HostOptions options)
    {
        var export = new Command("export", "Write all data of a module in a province into a folder.") { Modules, Province, Folder };
        export.SetAction((parsed, cancellationToken) => ExportAsync(options, parsed, cancellationToken));

        var uninstall = new Command("uninstall", "Remove all data of a disabled module in a province, of which there is a complete export.") { Modules, Province, Folder, Reason };
        uninstall.SetAction((parsed, cancellationToken) => UninstallAsync(options, parsed, cancellationToken));

        var restore = new Command("restore", "Put an export into a disabled module that has no data in the province.") { Modules, Province, Folder, Reason };
        restore.SetAction((parsed, cancellationToken) => RestoreAsync(options, parsed, cancellationToken));

        var drop = new Command("drop", "Drop the schema of a module of which no province has any data.") { Modules };
        drop.SetAction((parsed, cancellationToken) => DropAsync(options, parsed, cancellationToken));
        return [export, uninstall, restore, drop];
    }

    private static async Task<int> ExportAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(Province)!).Province;
        foreach (var module in Find(host, parsed))
        {
            var manifest = await host.Services.GetRequiredService<ModuleExport>().RunAsync(
                host.OwnerConnection, module, province, FolderOf(parsed, module), cancellationToken);
            await Console.Out.WriteLineAsync($"{module.Id} of {province.Slug} is exported: {manifest.Tables.Sum(table => table.Rows)} rows in {FolderOf(parsed, module)}.");
        }

        return 0;
    }

    // Those that need others go before them.
    private static async Task<int> UninstallAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(Province)!).Province;
        foreach (var module in Enumerable.Reverse(Find(host, parsed)))
        {
            var rows = await host.Services.GetRequiredService<ModuleRemoval>().RunAsync(
                host.OwnerConnection, module, province, FolderOf(parsed, module), parsed.GetValue(Reason)!, cancellationToken);
            await Console.Out.WriteLineAsync($"{rows} rows of {module.Id} are removed from {province.Slug}.");
        }

        return 0;
    }

    private static async Task<int> RestoreAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(Province)!).Province;
        foreach (var module in Find(host, parsed))
        {
            var rows = await host.Services.GetRequiredService<ModuleRestore>().RunAsync(
                host.OwnerConnection, module, province, FolderOf(parsed, module), parsed.GetValue(Reason)!, cancellationToken);
            await Console.Out.WriteLineAsync($"{rows} rows of {module.Id} are back in {province.Slug}. Enable the module when it is to serve.");
        }

        return 0;
    }

    private static async Task<int> DropAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var provinces = host.Services.GetRequiredService<ProvinceDirectory>().State.All.Select(served => served.Province).ToList();
        if (provinces.Count == 0)
            throw new CommandRefusedException("There is no province.");
        foreach (var module in Enumerable.Reverse(Find(host, parsed)))
        {
            await ModuleRemoval.DropSchemaAsync(host.OwnerConnection, module, provinces, cancellationToken);
            await Console.Out.WriteLineAsync($"The schema of {module.Id} is dropped. Take the module's folder away before the next start, which would make it anew.");
        }

        return 0;
    }

    /// <summary>The modules that are named, each after those that it needs.</summary>
    private static List<InstalledModule> Find(ModularHost host, ParseResult parsed)
    {
        var named = parsed.GetValue(Modules)!;
        if (named.FirstOrDefault(id => host.Modules.Installed.Find(id) is null) is { } unknown)
            throw new CommandRefusedException(new ModuleIsNotInstalled(unknown).Message(Kernel.Results.Language.English));
        return [.. host.Modules.Installed.All.Where(module => named.Contains(module.Id))];
    }

    private static string FolderOf(ParseResult parsed, InstalledModule module) => Path.Combine(parsed.GetValue(Folder)!.FullName, module.Id);
}
