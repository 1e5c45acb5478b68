using System.CommandLine;
using Modular.Host.Identity;
using Modular.Host.Modules;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary><c>permissions</c>: writes the page of all permissions for administrators, or checks that it is true.</summary>
internal static class PermissionsCommand
{
    private static readonly Option<bool> Check = new("--check") { Description = "Change nothing; fail when the page is not what would be written." };

    private static readonly Option<FileInfo> File = new("--file")
    {
        Description = "The page.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("docs", "permissions.md")),
    };

    public static Command Create(HostOptions options)
    {
        var command = new Command("permissions", "Write the permissions of the installed modules to a page, without a database.") { Check, File };
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = HostSettings.From(HostConfiguration.CreateBuilder(options.Read(parsed)).Configuration);
        var modules = InstalledModuleSource.Load(options.Read(parsed), settings.Modules);
        if (modules.Faulty.FirstOrDefault() is { } faulty)
            throw new CommandRefusedException($"The module {faulty.Name} cannot be loaded: {faulty.Reason}");
        var page = PermissionsDocument.Of(modules.Installed);
        var file = parsed.GetValue(File)!;
        if (!parsed.GetValue(Check))
        {
            await System.IO.File.WriteAllTextAsync(file.FullName, page, cancellationToken);
            return 0;
        }

        if (file.Exists && await System.IO.File.ReadAllTextAsync(file.FullName, cancellationToken) == page)
            return 0;
        await Console.Error.WriteLineAsync($"{file.Name} is not what the modules declare. Write it anew: dotnet run --project host -- permissions");
        return 1;
    }
}
