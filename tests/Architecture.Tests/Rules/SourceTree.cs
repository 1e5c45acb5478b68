using Modular.TestKit;

namespace Modular.Architecture.Tests.Rules;

/// <summary>The files that people wrote.</summary>
internal static class SourceTree
{
    private static readonly string[] Areas = ["host", "modules", "samples", "shared-kernel", "tests"];
    private static readonly string[] MadeFolders = ["bin", "obj", "node_modules"];

    /// <summary>All files of a kind, with paths from the root of the repository.</summary>
    public static IEnumerable<string> Files(string pattern) => Areas
        .Select(area => Path.Combine(Repository.Root, area))
        .Where(Directory.Exists)
        .SelectMany(area => Walk(area, pattern))
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static IEnumerable<string> Walk(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !MadeFolders.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => Walk(inner, pattern)));
}
