using System.IO.Compression;
using System.Xml;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>
/// The parts of a workbook and how they hang together (ECMA-376 part 2). Elements are told by their local names, so that the strict and the
/// transitional form read alike.
/// </summary>
internal sealed class WorkbookParts(ZipArchive archive)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The part from which all others are reached.</summary>
    /// <exception cref="InvalidDataException">The archive is no workbook.</exception>
    public string Root => RelationsOf("").FirstOrDefault(relation => relation.Kind == "officeDocument").Target
        ?? throw new InvalidDataException("The archive has no office document.");

    /// <summary>What a part refers to.</summary>
    public List<Relation> RelationsOf(string part)
    {
        var relations = new List<Relation>();
        var folder = part[..(part.LastIndexOf('/') + 1)];
        if (archive.GetEntry($"{folder}_rels/{part[folder.Length..]}.rels") is not { } entry)
            return relations;
        using var reader = Read(entry);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
                continue;
            var kind = reader.GetAttribute("Type") ?? "";
            relations.Add(new Relation(
                reader.GetAttribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, reader.GetAttribute("Target") ?? "")));
        }

        return relations;
    }

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public ZipArchiveEntry Entry(string part) =>
        archive.GetEntry(part) ?? throw new InvalidDataException("A part of the workbook is missing.");

    public XmlReader Read(string part) => Read(Entry(part));

    public static XmlReader Read(Stream content) => XmlReader.Create(content, Settings);

    private static XmlReader Read(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), SettingsThatClose());

    private static XmlReaderSettings SettingsThatClose()
    {
        var settings = Settings.Clone();
        settings.CloseInput = true;
        return settings;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not "." and not "..")
                path.Add(step);
        }

        return string.Join('/', path);
    }
}

/// <summary>A reference from one part to another.</summary>
internal readonly record struct Relation(string Id, string Kind, string Target);
