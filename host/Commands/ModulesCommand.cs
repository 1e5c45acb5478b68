using System.CommandLine;
using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Commands;

/// <summary><c>modules list|enable|disable</c>.</summary>
internal static class ModulesCommand
{
    private static readonly Argument<string> Module = new("module") { Description = "The module's identifier." };
    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for the history." };

    public static Command Create(HostOptions options)
    {
        var list = new Command("list", "Show the modules, and those that cannot be loaded with the reason.");
        list.SetAction(async (parsed, cancellationToken) => await ListAsync(options.ReadForOperator(parsed), cancellationToken));

        var enable = new Command("enable", "Enable a module for a province.") { Module, Province, Reason };
        enable.SetAction((parsed, cancellationToken) => ChangeAsync(options, parsed, enable: true, cancellationToken));

        var disable = new Command("disable", "Disable a module for a province; its data stay.") { Module, Province, Reason };
        disable.SetAction((parsed, cancellationToken) => ChangeAsync(options, parsed, enable: false, cancellationToken));

        return new Command("modules", "Installed modules, and what a province has enabled.") { list, enable, disable };
    }

    private static async Task<int> ListAsync(HostStart start, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(start, cancellationToken);
        ModuleReporting.Write(host.Modules, Console.Out);
        foreach (var served in host.Services.GetRequiredService<ProvinceDirectory>().State.All)
            await Console.Out.WriteLineAsync($"{served.Province.Slug}: {string.Join(", ", served.Modules.Ids)}");
        return host.Modules.Faulty.Any() ? 1 : 0;
    }

    private static async Task<int> ChangeAsync(HostOptions options, ParseResult parsed, bool enable, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        var province = host.FindProvince(parsed.GetValue(Province)!).Province.Id;
        var module = parsed.GetValue(Module)!;
        var modules = host.Services.GetRequiredService<ModuleSwitch>();
        var by = new SystemAccess("operator");
        var result = enable
            ? await modules.EnableAsync(province, module, by, parsed.GetValue(Reason), cancellationToken)
            : await modules.DisableAsync(province, module, by, parsed.GetValue(Reason), cancellationToken);
        if (!result.Succeeded)
            throw new CommandRefusedException(result.Problems[0].Message(Language.English));
        await Console.Out.WriteLineAsync($"{module} is {(enable ? "enabled" : "disabled")} for {parsed.GetValue(Province)}.");
        return 0;
    }
}
