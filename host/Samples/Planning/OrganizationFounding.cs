using System.Globalization;

namespace Modular.Host.Samples.Planning;

/// <summary>Gives each organization its identifier, code, name, day and decision.</summary>
internal sealed class OrganizationFounding(ProvinceFacts facts, SampleRandom random)
{
    private readonly SampleIds ids = new(facts.Id);
    private readonly Dictionary<string, int> numbersBelow = [];
    private int made;

    public SampleOrganization Root() => Found(null, facts.Code, "PROVINCIAL", facts.Name, facts.Founded, "QĐ/TW", "Bộ Chính trị", facts.Place) with
    {
        ShortName = facts.ShortName,
        Unit = facts.Code,
    };

    public SampleOrganization Superior(SampleOrganization root, SuperiorFacts superior) =>
        Found(root, NextCode(root), "DIRECT_SUPERIOR", superior.Name, superior.Founded ?? facts.Founded, "QĐ/TU", facts.ShortName, $"{superior.Place}, {facts.Place}") with
        {
            ShortName = superior.ShortName,
            Subkind = superior.Subkind,
            Unit = superior.Unit,
        };

    public SampleOrganization Commune(SampleOrganization superior, SampleCommune commune) =>
        FoundGrassroots(superior, true, $"{commune.Kind} {commune.Name}", $"{commune.Address}, {facts.Place}") with
        {
            FieldType = commune.Kind switch
            {
                "phường" => "WARD",
                "thị trấn" => "TOWNSHIP",
                _ => "COMMUNE",
            },
            LegalStatus = "LEGAL_PERSON",
        };

    public SampleOrganization Grassroots(SampleOrganization superior, Institution institution, bool hasCommittee, string place) =>
        FoundGrassroots(superior, hasCommittee, institution.Name, $"{place}, {facts.Place}") with
        {
            FieldType = institution.FieldType,
            LegalStatus = "LEGAL_PERSON",
        };

    public SampleOrganization Cell(SampleOrganization committee, string name, bool isResidential, int number)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{committee.Code}.000.{number:000}");
        var founded = random.Between(committee.FoundedOn, Latest(committee.FoundedOn.AddYears(6)));
        return Found(committee, code, "CELL", $"Chi bộ {name}", founded, "QĐ/ĐU", committee.Name.Replace("Đảng bộ", "Đảng ủy", StringComparison.Ordinal), committee.Address) with
        {
            FieldType = isResidential ? "RESIDENTIAL_AREA" : committee.FieldType is "COMMUNE" or "WARD" or "TOWNSHIP" ? FieldOf(name) : committee.FieldType,
            LegalStatus = isResidential ? "NONE" : "DEPENDENT_UNIT",
        };
    }

    /// <summary>Dates the grassroots cells that were founded since the start of the term, spread over the superiors.</summary>
    public void DateTheLatest(List<SampleOrganization> organizations, List<SampleCell> cells)
    {
        if (facts.FoundedSinceTermStart is not { } latest)
            return;
        var candidates = cells.Where(cell => cell.Organization.Kind == "GRASSROOTS_CELL").ToList();
        random.Shuffle(candidates);
        foreach (var cell in candidates.Take(latest.Count))
        {
            var position = organizations.IndexOf(cell.Organization);
            organizations[position] = organizations[position] with { FoundedOn = random.Between(latest.From, latest.To) };
            cells[cells.IndexOf(cell)] = cell with { Organization = organizations[position] };
        }
    }

    private SampleOrganization FoundGrassroots(SampleOrganization superior, bool hasCommittee, string name, string address)
    {
        var founded = random.Between(superior.FoundedOn, Latest(superior.FoundedOn.AddYears(14)));
        return Found(
            superior,
            NextCode(superior),
            hasCommittee ? "GRASSROOTS_COMMITTEE" : "GRASSROOTS_CELL",
            $"{(hasCommittee ? "Đảng bộ" : "Chi bộ")} {name}",
            founded,
            SymbolOf(superior),
            superior.ShortName!,
            address) with
        { Unit = superior.Unit };
    }

    private DateOnly Latest(DateOnly day) => day < facts.LastFounded ? day : facts.LastFounded;

    private SampleOrganization Found(
        SampleOrganization? parent, string code, string kind, string name, DateOnly day, string symbol, string decidedBy, string address) => new()
        {
            Id = ids.Of(SampleKind.Organization, made++),
            Code = code,
            ParentCode = parent?.Code,
            Kind = kind,
            Name = name,
            FoundedOn = day,
            DecisionNumber = string.Create(CultureInfo.InvariantCulture, $"{random.Between(11, 980)}-{symbol}"),
            DecidedBy = decidedBy,
            Address = address,
        };

    private string NextCode(SampleOrganization parent)
    {
        var number = numbersBelow[parent.Code] = numbersBelow.GetValueOrDefault(parent.Code) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{parent.Code}.{number:000}");
    }

    private static string SymbolOf(SampleOrganization superior) => superior.Subkind switch
    {
        "DISTRICT" => "QĐ/HU",
        "PROVINCIAL_CITY" => "QĐ/ThU",
        _ => "QĐ/ĐU",
    };

    private static string FieldOf(string name) => name switch
    {
        _ when name.StartsWith("Trường", StringComparison.Ordinal) => "SCHOOL",
        _ when name.StartsWith("Công an", StringComparison.Ordinal) => "ARMED_FORCES",
        _ => "PUBLIC_SERVICE_UNIT",
    };
}
