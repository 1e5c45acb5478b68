namespace Modular.Host.Samples.Planning;

/// <summary>Lays out the organizations of a province: so many of each kind as the facts say, times the scale.</summary>
internal sealed class OrganizationPlan
{
    private const int LeastCellsOfCommune = 4;

    private readonly ProvinceFacts facts;
    private readonly Institutions institutions;
    private readonly OrganizationFounding founding;
    private readonly SampleRandom random;
    private readonly double scale;
    private readonly List<CommitteeDraft> committees = [];
    private readonly List<SampleOrganization> organizations = [];
    private readonly List<SampleCell> cells = [];

    private OrganizationPlan(ProvinceFacts facts, Institutions institutions, SampleRandom random, double scale)
    {
        this.facts = facts;
        this.institutions = institutions;
        this.random = random;
        this.scale = scale;
        founding = new OrganizationFounding(facts, random);
    }

    /// <summary>The organizations, each after the one above it, and the cells among them.</summary>
    public static (IReadOnlyList<SampleOrganization> Organizations, IReadOnlyList<SampleCell> Cells) Make(
        ProvinceFacts facts, Institutions institutions, SampleRandom random, double scale)
    {
        var plan = new OrganizationPlan(facts, institutions, random, scale);
        plan.FoundAll();
        return (plan.organizations, plan.cells);
    }

    private void FoundAll()
    {
        var root = Add(founding.Root());
        foreach (var superior in facts.Superiors)
            FoundBelow(root, superior);
        DivideCells();
        foreach (var committee in committees)
            FoundCells(committee);
        founding.DateTheLatest(organizations, cells);
    }

    private void FoundBelow(SampleOrganization root, SuperiorFacts superiorFacts)
    {
        var superior = Add(founding.Superior(root, superiorFacts));
        var communes = Communes(superiorFacts);
        foreach (var commune in communes)
            committees.Add(new CommitteeDraft(Add(founding.Commune(superior, commune)), superior, commune, null, [commune]));

        var surroundings = communes.Count > 0 ? communes : AllCommunes();
        var committeeCount = Scaled(superiorFacts.Committees);
        var number = 0;
        foreach (var institution in institutions.Take(superiorFacts.Institutions, superiorFacts.Place, committeeCount + Scaled(superiorFacts.Cells)))
        {
            var hasCommittee = number++ < committeeCount;
            var organization = Add(founding.Grassroots(superior, institution, hasCommittee, superiorFacts.Place));
            if (hasCommittee)
                committees.Add(new CommitteeDraft(organization, superior, null, institution, surroundings));
            else
                cells.Add(Cell(organization, superior, institution.Workplace, surroundings, least: 5, most: 29));
        }
    }

    private List<SampleCommune> Communes(SuperiorFacts superior)
    {
        var all = superior.Communes.SelectMany(kind => kind.Value.Split(", ").Select(name => Commune(kind.Key, name, superior.Place))).ToList();
        return all.Count == 0 ? all : all[..Scaled(all.Count)];
    }

    private List<SampleCommune> AllCommunes() => [.. facts.Superiors.SelectMany(Communes)];

    private SampleCommune Commune(string kind, string name, string district)
    {
        var star = name.IndexOf('*', StringComparison.Ordinal);
        var plain = star < 0 ? name : name[..star];
        var hamlets = facts.Hamlets.TryGetValue(plain, out var named)
            ? named.Split(", ")
            : [.. Enumerable.Range(1, 24).Select(number => facts.Hamlet[kind].Replace("{0}", number.ToString(null, null), StringComparison.Ordinal))];
        return new SampleCommune(plain, kind, district, star < 0 ? null : name[star + 1] == 'C' ? "cham" : "raglai", hamlets);
    }

    /// <summary>Gives institutions three to eight cells each, and divides the rest among the communes.</summary>
    private void DivideCells()
    {
        var communes = committees.Where(committee => committee.Commune is not null).ToList();
        foreach (var committee in committees.Where(committee => committee.Institution is not null))
            committee.Cells = Math.Min(institutions.Parts(committee.Institution!).Count, random.Between(3, 8));
        var left = (int)Math.Round(facts.Cells * scale) - committees.Sum(committee => committee.Cells);
        var sizes = Division.Divide(
            left,
            [.. communes.Select(commune => new Division.Part(0.6 + random.Share(), LeastCellsOfCommune, commune.Commune!.Hamlets.Count + 3))]);
        for (var index = 0; index < communes.Count; index++)
            communes[index].Cells = sizes[index];
    }

    private void FoundCells(CommitteeDraft committee)
    {
        var least = Math.Max(6, (30 / committee.Cells) + 1);
        var number = 0;
        foreach (var (name, workplace, hamlet) in NamesOfCells(committee))
        {
            var organization = Add(founding.Cell(committee.Organization, name, hamlet is not null, ++number));
            cells.Add(Cell(organization, committee.Superior, workplace, committee.Surroundings, least, hamlet is null ? 45 : 80, committee.Commune, hamlet));
        }
    }

    private IEnumerable<(string Name, Workplace Workplace, string? Hamlet)> NamesOfCells(CommitteeDraft committee)
    {
        if (committee.Commune is not { } commune)
        {
            return institutions.Parts(committee.Institution!).Take(committee.Cells)
                .Select(part => (part, committee.Institution!.Workplace, (string?)null));
        }

        (string, Workplace)[] others =
        [
            ($"Trường Tiểu học {commune.Name}", Workplace.School), ($"Trường Trung học cơ sở {commune.Name}", Workplace.School),
            ($"Trường Mầm non {commune.Name}", Workplace.School), ($"Công an {commune.Kind} {commune.Name}", Workplace.Barracks),
            ($"Trạm Y tế {commune.Kind} {commune.Name}", Workplace.Health),
        ];
        var hamlets = Math.Min(commune.Hamlets.Count, Math.Max(2, committee.Cells - Math.Min(others.Length, committee.Cells / 3)));
        return commune.Hamlets.Take(hamlets).Select(hamlet => (hamlet, Workplace.Hamlet, (string?)hamlet))
            .Concat(others.Take(committee.Cells - hamlets).Select(other => (other.Item1, other.Item2, (string?)null)));
    }

    private static SampleCell Cell(
        SampleOrganization organization,
        SampleOrganization superior,
        Workplace workplace,
        IReadOnlyList<SampleCommune> surroundings,
        int least,
        int most,
        SampleCommune? commune = null,
        string? hamlet = null) => new()
        {
            Organization = organization,
            Superior = superior,
            Workplace = workplace,
            Surroundings = surroundings,
            LeastSize = least,
            MostSize = most,
            Commune = commune,
            Hamlet = hamlet,
        };

    private int Scaled(int count) => Math.Max(1, (int)Math.Round(count * scale));

    private SampleOrganization Add(SampleOrganization organization)
    {
        organizations.Add(organization);
        return organization;
    }

    private sealed record CommitteeDraft(
        SampleOrganization Organization,
        SampleOrganization Superior,
        SampleCommune? Commune,
        Institution? Institution,
        IReadOnlyList<SampleCommune> Surroundings)
    {
        public int Cells { get; set; }
    }
}
