namespace Modular.Host.Schemas;

/// <summary>The folder in which the schema lies as files: those that are generated, those of the last release, and what people write beside them.</summary>
internal sealed class SchemaFolder(string path)
{
    private const string Released = "released";

    // Only the generated places: a folder of operations or of accepted breaks beside them is people's.
    private static readonly string[] GeneratedPlaces = ["", "modules", "sets"];

    /// <summary>The name of the folder itself.</summary>
    public string Name => Path.GetFileName(path.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Where the accepted breaking changes stand.</summary>
    public string AcceptedBreaksPath => Path.Combine(path, AcceptedBreaks.FileName);

    /// <summary>Puts the generated files there, and removes those that are generated no more.</summary>
    public void Write(IReadOnlyDictionary<string, string> files) => Write(path, files);

    /// <summary>Makes the files those of the last release, since which nothing has broken.</summary>
    public void Release(IReadOnlyDictionary<string, string> files)
    {
        Write(Path.Combine(path, Released), files.Where(file => IsServed(file.Key)).ToDictionary());
        File.WriteAllText(AcceptedBreaksPath, AcceptedBreaks.Empty);
    }

    /// <summary>The generated files that are not what they should be.</summary>
    public IEnumerable<string> Outdated(IReadOnlyDictionary<string, string> files) => files
        .Where(file => !File.Exists(Path.Combine(path, file.Key)) || File.ReadAllText(Path.Combine(path, file.Key)) != file.Value)
        .Select(file => file.Key)
        .Concat(NamesIn(path).Except(files.Keys))
        .Order(StringComparer.Ordinal);

    /// <summary>The files of the last release by their names; empty before the first.</summary>
    public IReadOnlyDictionary<string, string> ReadReleased()
    {
        var folder = Path.Combine(path, Released);
        return NamesIn(folder).ToDictionary(name => name, name => File.ReadAllText(Path.Combine(folder, name)));
    }

    // What a module contributes is no schema that a client meets.
    private static bool IsServed(string name) => !name.StartsWith("modules/", StringComparison.Ordinal);

    private static void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var stale in NamesIn(folder).Except(files.Keys))
            File.Delete(Path.Combine(folder, stale));
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static IEnumerable<string> NamesIn(string folder) => GeneratedPlaces
        .Select(part => Path.Combine(folder, part))
        .Where(Directory.Exists)
        .SelectMany(part => Directory.EnumerateFiles(part, "*.graphql"))
        .Select(file => Path.GetRelativePath(folder, file));
}
