using System.Text.Json;

namespace Modular.Host.Samples.Planning;

/// <summary>The agencies, schools, hospitals, enterprises and units in which grassroots organizations are founded.</summary>
internal sealed class Institutions
{
    private readonly JsonElement lists;

    private Institutions(JsonElement lists) => this.lists = lists;

    public static Institutions Load()
    {
        using var document = SampleFiles.Read("institutions.json");
        return new Institutions(document.RootElement.Clone());
    }

    /// <summary>So many institutions of a list, the largest first; where the list ends, enterprises follow.</summary>
    /// <param name="list">The name of the list.</param>
    /// <param name="place">The district, with its kind.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<Institution> Take(string list, string place, int count)
    {
        var name = place[(place.StartsWith("thành phố ", StringComparison.Ordinal) ? "thành phố ".Length : "huyện ".Length)..];
        return lists.GetProperty(list).EnumerateArray().Select(entry => entry.GetString()!)
            .Concat(MoreEnterprises())
            .Take(count)
            .Select(entry => new Institution(
                entry[0], entry[2..].Replace("{place}", place, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal)));
    }

    /// <summary>What the cells inside an institution are the cells of.</summary>
    public IReadOnlyList<string> Parts(Institution institution) =>
        [.. lists.GetProperty("parts").GetProperty(institution.Kind.ToString()).EnumerateArray().Select(part => part.GetString()!)];

    private IEnumerable<string> MoreEnterprises() =>
        from name in lists.GetProperty("enterpriseNames").EnumerateArray()
        from trade in lists.GetProperty("enterpriseTrades").EnumerateArray()
        select $"E|Công ty {(name.GetString()!.Length % 2 == 0 ? "TNHH" : "Cổ phần")} {trade.GetString()} {name.GetString()}";
}

/// <summary>An institution.</summary>
/// <param name="Kind">A letter of <c>institutions.json</c>.</param>
/// <param name="Name">The name without that of its Party organization.</param>
internal sealed record Institution(char Kind, string Name)
{
    public Workplace Workplace => Kind switch
    {
        'S' => Workplace.School,
        'H' => Workplace.Health,
        'E' or 'T' or 'C' => Workplace.Enterprise,
        'M' or 'P' or 'B' => Workplace.Barracks,
        _ => Workplace.Agency,
    };

    public string FieldType => Kind switch
    {
        'S' => "SCHOOL",
        'H' or 'U' => "PUBLIC_SERVICE_UNIT",
        'T' => "STATE_ENTERPRISE",
        'E' => "PRIVATE_ENTERPRISE",
        'C' => "COOPERATIVE",
        'M' or 'P' or 'B' => "ARMED_FORCES",
        _ => "AGENCY",
    };
}
