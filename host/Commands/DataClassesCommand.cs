using System.CommandLine;
using Modular.Host.Modules;
using Modular.Host.Schemas;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary><c>data-classes</c>: writes the page that tells how closely each value must be held, or checks that it is true.</summary>
internal static class DataClassesCommand
{
    private static readonly Option<bool> Check = new("--check") { Description = "Change nothing; fail when the page is not what would be written." };

    private static readonly Option<FileInfo> File = new("--file")
    {
        Description = "The page.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("docs", "data-classes.md")),
    };

    public static Command Create(HostOptions options)
    {
        var command = new Command("data-classes", "Write how closely each value of the schema must be held to a page, without a database.") { Check, File };
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = HostSettings.From(HostConfiguration.CreateBuilder(options.Read(parsed)).Configuration);
        var modules = InstalledModuleSource.Load(options.Read(parsed), settings.Modules);
        if (modules.Faulty.FirstOrDefault() is { } faulty)
            throw new CommandRefusedException($"The module {faulty.Name} cannot be loaded: {faulty.Reason}");
        var page = DataClassesDocument.Of(SchemaFiles.Everything(modules.Installed));
        var file = parsed.GetValue(File)!;
        if (!parsed.GetValue(Check))
        {
            await System.IO.File.WriteAllTextAsync(file.FullName, page, cancellationToken);
            return 0;
        }

        if (file.Exists && await System.IO.File.ReadAllTextAsync(file.FullName, cancellationToken) == page)
            return 0;
        await Console.Error.WriteLineAsync($"{file.Name} is not what the modules declare. Write it anew: dotnet run --project host -- data-classes");
        return 1;
    }
}
