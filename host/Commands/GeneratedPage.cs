using System.CommandLine;
using Modular.Host.Modules;
using Modular.Host.Startup;
using Modular.Kernel.Modules;

namespace Modular.Host.Commands;

/// <summary>A command that writes a page of <c>docs/</c> from what the installed modules declare, or checks that the page is true; it needs no database.</summary>
internal static class GeneratedPage
{
    /// <summary>Makes the command.</summary>
    /// <param name="options">The options of all commands.</param>
    /// <param name="name">The name of the command, and of the page.</param>
    /// <param name="description">What it writes.</param>
    /// <param name="write">Writes the page.</param>
    /// <param name="page">The name of the page where it is not that of the command.</param>
    public static Command Create(HostOptions options, string name, string description, Func<InstalledModules, string> write, string? page = null)
    {
        var check = new Option<bool>("--check") { Description = "Change nothing; fail when the page is not what would be written." };
        var file = new Option<FileInfo>("--file")
        {
            Description = "The page.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("docs", $"{page ?? name}.md")),
        };
        var command = new Command(name, description) { check, file };
        command.SetAction((parsed, cancellationToken) =>
        {
            var text = write(Load(options.Read(parsed)));
            return parsed.GetValue(check)
                ? CheckAsync(name, parsed.GetValue(file)!, text, cancellationToken)
                : WriteAsync(parsed.GetValue(file)!, text, cancellationToken);
        });
        return command;
    }

    private static InstalledModules Load(HostStart start)
    {
        var modules = InstalledModuleSource.Load(start, HostSettings.From(HostConfiguration.CreateBuilder(start).Configuration).Modules);
        return modules.Faulty.FirstOrDefault() is { } faulty
            ? throw new CommandRefusedException($"The module {faulty.Name} cannot be loaded: {faulty.Reason}")
            : modules.Installed;
    }

    private static async Task<int> WriteAsync(FileInfo file, string page, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(file.FullName, page, cancellationToken);
        return 0;
    }

    private static async Task<int> CheckAsync(string name, FileInfo file, string page, CancellationToken cancellationToken)
    {
        if (file.Exists && await File.ReadAllTextAsync(file.FullName, cancellationToken) == page)
            return 0;
        await Console.Error.WriteLineAsync($"{file.Name} is not what the modules declare. Write it anew: dotnet run --project host -- {name}");
        return 1;
    }
}
