using System.CommandLine;
using Modular.Host.Documents;
using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Provinces.Planning;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Commands;

/// <summary><c>modules list|enable|disable|apply</c>.</summary>
internal static class ModulesCommand
{
    private static readonly Argument<string> Module = new("module") { Description = "The module's identifier." };
    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "JSON that names the modules of each province that it is about: {\"nam-dinh\": [\"organizations\", \"members\"]}.",
    };

    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for the history; needed unless it is a dry run." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Change nothing; tell what would come of it." };
    private static readonly Option<string?> Plan = new("--plan") { Description = "The digest that a dry run told; refuse where the change would do something else by now." };

    public static Command Create(HostOptions options)
    {
        var list = new Command("list", "Show the modules, and those that cannot be loaded with the reason.");
        list.SetAction(async (parsed, cancellationToken) => await ListAsync(options.ReadForOperator(parsed), cancellationToken));

        var enable = new Command("enable", "Enable a module for a province.") { Module, Province, Reason, DryRun, Plan };
        enable.SetAction((parsed, cancellationToken) => ChangeAsync(options, parsed, enable: true, cancellationToken));

        var disable = new Command("disable", "Disable a module for a province; its data stay.") { Module, Province, Reason, DryRun, Plan };
        disable.SetAction((parsed, cancellationToken) => ChangeAsync(options, parsed, enable: false, cancellationToken));

        var apply = new Command("apply", "Enable and disable modules until each province has those that a file names.") { File, Reason, DryRun };
        apply.SetAction((parsed, cancellationToken) => ApplyAsync(options, parsed, cancellationToken));

        var modules = new Command("modules", "Installed modules, and what a province has enabled.") { list, enable, disable, apply };
        foreach (var command in ModuleDataCommands.Create(options))
            modules.Subcommands.Add(command);
        return modules;
    }

    private static async Task<int> ListAsync(HostStart start, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(start, cancellationToken);
        ModuleReporting.Write(host.Modules, Console.Out);
        foreach (var served in host.Services.GetRequiredService<ProvinceDirectory>().State.All)
            await Console.Out.WriteLineAsync($"{served.Province.Slug}: {string.Join(", ", served.Modules.Ids)}");
        foreach (var volume in await ModuleVolume.ReadAsync(host.OwnerConnection, host.Modules.Installed, cancellationToken))
            await Console.Out.WriteLineAsync($"{volume.Module}: {volume.Tables} tables, about {volume.Rows} rows, {volume.Bytes >> 20} MiB");
        return host.Modules.Faulty.Any() ? 1 : 0;
    }

    private static async Task<int> ChangeAsync(HostOptions options, ParseResult parsed, bool enable, CancellationToken cancellationToken)
    {
        var reason = ReasonOf(parsed);
        await using var host = await OpenAsync(options, parsed, cancellationToken);
        var province = host.FindProvince(parsed.GetValue(Province)!).Province;
        var step = new ModuleStep(parsed.GetValue(Module)!, enable);
        if (parsed.GetValue(DryRun))
            await TellAsync(host, province, step, cancellationToken);
        else
            await ChangeAsync(host, province, step, reason, parsed.GetValue(Plan), cancellationToken);
        return 0;
    }

    private static async Task<int> ApplyAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var reason = ReasonOf(parsed);
        var file = ModulesFile.Read(parsed.GetValue(File)!);
        await using var host = await OpenAsync(options, parsed, cancellationToken);
        var steps = new List<(Province Province, ModuleStep Step)>();
        foreach (var (slug, wanted) in file.Provinces)
        {
            var province = host.FindProvince(slug).Province;
            steps.AddRange((await ActivatorUtilities.CreateInstance<ModuleSteps>(host.Services).ToAsync(province.Id, wanted, cancellationToken)).Select(step => (province, step)));
        }

        foreach (var (province, step) in steps)
        {
            if (parsed.GetValue(DryRun))
                await Console.Out.WriteLineAsync($"{step.Module} would be {step.Done} for {province.Slug}.");
            else
                await ChangeAsync(host, province, step, reason, plan: null, cancellationToken);
        }

        return 0;
    }

    // Which documents break is part of what a change does.
    private static async Task<ModularHost> OpenAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        host.Services.GetRequiredService<TrustedDocumentFolder>().Open();
        return host;
    }

    private static string ReasonOf(ParseResult parsed) => parsed.GetValue(Reason) is { } reason && !string.IsNullOrWhiteSpace(reason)
        ? reason.Trim()
        : parsed.GetValue(DryRun) ? "" : throw new CommandRefusedException("Say why with --reason, for the history; or look first with --dry-run.");

    private static async Task TellAsync(ModularHost host, Province province, ModuleStep step, CancellationToken cancellationToken)
    {
        var plan = await host.Services.GetRequiredService<ModulePlanning>().PlanAsync(province.Id, step.Module, step.Enable, cancellationToken)
            ?? throw new CommandRefusedException(new ModuleIsNotInstalled(step.Module).Message(Language.English));
        foreach (var line in ModulePlanReport.Of(plan))
            await Console.Out.WriteLineAsync(line);
    }

    private static async Task ChangeAsync(ModularHost host, Province province, ModuleStep step, string reason, string? plan, CancellationToken cancellationToken)
    {
        var modules = host.Services.GetRequiredService<ModuleSwitch>();
        var by = new SystemAccess("operator");
        var result = step.Enable
            ? await modules.EnableAsync(province.Id, step.Module, by, reason, cancellationToken, plan)
            : await modules.DisableAsync(province.Id, step.Module, by, reason, cancellationToken, plan);
        if (!result.Succeeded)
            throw new CommandRefusedException(result.Problems[0].Message(Language.English));
        await Console.Out.WriteLineAsync($"{step.Module} is {step.Done} for {province.Slug}.");
    }
}
