using System.Text.Json;

namespace Modular.Host.Commands;

/// <summary>Which modules provinces are to have, as a file says it.</summary>
/// <param name="Provinces">The modules by the slugs of the provinces; those that are not named stay as they are.</param>
internal sealed record ModulesFile(IReadOnlyDictionary<string, IReadOnlySet<string>> Provinces)
{
    /// <exception cref="CommandRefusedException">The file is not there, or not of this form.</exception>
    public static ModulesFile Read(FileInfo file)
    {
        if (!file.Exists)
            throw new CommandRefusedException($"There is no file {file.FullName}.");
        try
        {
            var provinces = JsonSerializer.Deserialize<Dictionary<string, HashSet<string>>>(File.ReadAllText(file.FullName))
                ?? throw new JsonException("It is null.");
            return new ModulesFile(provinces.ToDictionary(named => named.Key, IReadOnlySet<string> (named) => named.Value));
        }
        catch (JsonException exception)
        {
            var place = exception.Path is { } path ? $" Look at {path}, line {exception.LineNumber + 1}." : "";
            throw new CommandRefusedException($$"""{{file.Name}} does not name the modules of provinces, as { "nam-dinh": ["organizations", "members"] } does.{{place}}""");
        }
    }
}
