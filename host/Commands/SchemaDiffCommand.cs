using System.CommandLine;
using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.Host.Commands;

/// <summary><c>schema diff</c>: tells what has changed between two SDL files, the worst first.</summary>
internal static class SchemaDiffCommand
{
    private const int Breaks = 1;
    private const int Unreadable = 2;

    private static readonly Argument<FileInfo> Old = new("old") { Description = "The SDL file of the schema as it was." };
    private static readonly Argument<FileInfo> New = new("new") { Description = "The SDL file of the schema as it is." };

    public static Command Create()
    {
        var command = new Command(
            "diff", "Tell what has changed between two SDL files. Exit code 0: no client breaks; 1: one may; 2: a file cannot be read.") { Old, New };
        command.SetAction((parsed, _) => Task.FromResult(Compare(parsed.GetValue(Old)!, parsed.GetValue(New)!)));
        return command;
    }

    private static int Compare(FileInfo old, FileInfo current)
    {
        if (Read(old) is not { } before || Read(current) is not { } after)
            return Unreadable;

        var changes = SchemaComparison.Compare(before, after);
        foreach (var change in changes.OrderBy(change => change.Severity))
            Console.Out.WriteLine(change);
        Console.Out.WriteLine(
            $"{Count(ChangeSeverity.Breaking)} breaking, {Count(ChangeSeverity.Dangerous)} dangerous, {Count(ChangeSeverity.Safe)} safe");
        return Count(ChangeSeverity.Breaking) > 0 ? Breaks : 0;

        int Count(ChangeSeverity severity) => changes.Count(change => change.Severity == severity);
    }

    private static Schema? Read(FileInfo file)
    {
        try
        {
            return SdlReader.Read(File.ReadAllText(file.FullName)).Build();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or GraphQLSyntaxException or SchemaException or ArgumentException)
        {
            Console.Error.WriteLine($"{file} cannot be read: {exception.Message}");
            return null;
        }
    }
}
