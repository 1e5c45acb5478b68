using System.CommandLine;
using Modular.Host.Modules;
using Modular.Host.Schemas;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary><c>schema</c>: writes the schema files that front-end teams read, or checks that they are true.</summary>
internal static class SchemaCommand
{
    private static readonly Option<bool> Check = new("--check") { Description = "Change nothing; fail when a file is not what would be written." };
    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "Where the files lie.",
        DefaultValueFactory = _ => new DirectoryInfo("schema"),
    };

    public static Command Create(HostOptions options)
    {
        var command = new Command("schema", "Write the schema of the installed modules to files, without a database.") { Check, Folder };
        command.SetAction((parsed, _) =>
        {
            var settings = HostSettings.From(HostConfiguration.CreateBuilder(options.Read(parsed)).Configuration);
            var modules = InstalledModuleSource.Load(options.Read(parsed), settings.Modules);
            if (modules.Faulty.FirstOrDefault() is { } faulty)
                throw new CommandRefusedException($"The module {faulty.Name} cannot be loaded: {faulty.Reason}");
            var files = SchemaFiles.Of(modules.Installed);
            return Task.FromResult(parsed.GetValue(Check) ? Compare(files, parsed.GetValue(Folder)!) : Write(files, parsed.GetValue(Folder)!));
        });
        return command;
    }

    private static int Write(IReadOnlyDictionary<string, string> files, DirectoryInfo folder)
    {
        foreach (var stale in Existing(folder).Except(files.Keys))
            File.Delete(Path.Combine(folder.FullName, stale));
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return 0;
    }

    private static int Compare(IReadOnlyDictionary<string, string> files, DirectoryInfo folder)
    {
        var differences = files
            .Where(file => !File.Exists(Path.Combine(folder.FullName, file.Key)) || File.ReadAllText(Path.Combine(folder.FullName, file.Key)) != file.Value)
            .Select(file => file.Key)
            .Concat(Existing(folder).Except(files.Keys))
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var name in differences)
            Console.Error.WriteLine($"{Path.Combine(folder.Name, name)} is not what the modules declare.");
        if (differences.Length > 0)
            Console.Error.WriteLine("Write the files anew: dotnet run --project host -- schema");
        return differences.Length > 0 ? 1 : 0;
    }

    // Only the generated places: a folder of operations or of accepted breaks beside them is people's.
    private static IEnumerable<string> Existing(DirectoryInfo folder) => new[] { "", "modules", "sets" }
        .Select(part => Path.Combine(folder.FullName, part))
        .Where(Directory.Exists)
        .SelectMany(part => Directory.EnumerateFiles(part, "*.graphql"))
        .Select(file => Path.GetRelativePath(folder.FullName, file));
}
