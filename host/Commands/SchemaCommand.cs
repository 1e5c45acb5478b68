using System.CommandLine;
using Modular.GraphQL.Sdl;
using Modular.Host.Modules;
using Modular.Host.Schemas;
using Modular.Host.Startup;
using Modular.Kernel.Time;

namespace Modular.Host.Commands;

/// <summary>
/// <c>schema</c>: writes the schema files that front-end teams read, or checks that they are true and break nobody. <c>schema release</c> makes them those that
/// later ones are checked against.
/// </summary>
internal static class SchemaCommand
{
    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Change nothing; fail when a file is not what would be written, when a change since the last release breaks clients, or a deprecation has no date.",
    };

    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "Where the files lie.",
        DefaultValueFactory = _ => new DirectoryInfo("schema"),
        Recursive = true,
    };

    public static Command Create(HostOptions options)
    {
        var release = new Command("release", "Keep the schema as the released one, against which later ones are checked.");
        release.SetAction((parsed, _) =>
        {
            FolderOf(parsed).Release(FilesOf(options, parsed));
            return Task.FromResult(0);
        });

        var command = new Command("schema", "Write the schema of the installed modules to files, without a database.") { Check, Folder, release, SchemaDiffCommand.Create() };
        command.SetAction((parsed, _) =>
        {
            var files = FilesOf(options, parsed);
            if (parsed.GetValue(Check))
                return Task.FromResult(Review(files, FolderOf(parsed)));
            FolderOf(parsed).Write(files);
            return Task.FromResult(0);
        });
        return command;
    }

    private static SchemaFolder FolderOf(ParseResult parsed) => new(parsed.GetValue(Folder)!.FullName);

    private static IReadOnlyDictionary<string, string> FilesOf(HostOptions options, ParseResult parsed)
    {
        var settings = HostSettings.From(HostConfiguration.CreateBuilder(options.Read(parsed)).Configuration);
        var modules = InstalledModuleSource.Load(options.Read(parsed), settings.Modules);
        return modules.Faulty.FirstOrDefault() is { } faulty
            ? throw new CommandRefusedException($"The module {faulty.Name} cannot be loaded: {faulty.Reason}")
            : SchemaFiles.Of(modules.Installed);
    }

    private static int Review(IReadOnlyDictionary<string, string> files, SchemaFolder folder)
    {
        var outdated = folder.Outdated(files).Select(name => $"{folder.Name}/{name} is not what the modules declare.").ToArray();
        var undated = SchemaReview.UndatedDeprecations(SdlReader.Read(files[SchemaFiles.Whole]).Build()).ToArray();
        var breaks = new SchemaReview(TimeProvider.System.Today()).UnannouncedBreaks(folder.ReadReleased(), files);
        var broken = SchemaReview.Problems(breaks, AcceptedBreaks.Read(folder.AcceptedBreaksPath)).ToArray();

        Tell(outdated, "Write the files anew: dotnet run --project host -- schema");
        Tell(undated, "docs/schema.md says how something is deprecated.");
        Tell(broken, $"Clients of the last release would break. Keep what they use and deprecate it, or accept the change with a reason in {folder.Name}/{AcceptedBreaks.FileName}.");
        return outdated.Length + undated.Length + broken.Length > 0 ? 1 : 0;
    }

    private static void Tell(string[] problems, string wayOut)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        if (problems.Length > 0)
            Console.Error.WriteLine(wayOut);
    }
}
