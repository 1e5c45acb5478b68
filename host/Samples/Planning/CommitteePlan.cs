namespace Modular.Host.Samples.Planning;

/// <summary>A post in a committee.</summary>
/// <param name="Id">The identifier of the row that imports it.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Member">Who holds it.</param>
/// <param name="Post"><c>SECRETARY</c>, <c>DEPUTY_SECRETARY</c>, <c>STANDING_MEMBER</c> or <c>MEMBER</c>.</param>
/// <param name="From">The first day in the post.</param>
/// <param name="TermFrom">The first day of the term.</param>
/// <param name="CommitteeSize">How many the committee of the term has; 0 where a cell has a secretary and a deputy only (ORG-07).</param>
/// <param name="StandingSize">How many its standing committee has.</param>
internal sealed record SamplePost(
    Guid Id, SampleOrganization Organization, SampleMember Member, string Post, DateOnly From, DateOnly TermFrom, int CommitteeSize, int StandingSize)
{
    /// <summary>How the organization writes the term: <c>2020-2025</c>; cells elect every two and a half years.</summary>
    public string TermNumber => $"{TermFrom.Year}-{TermFrom.AddMonths(Organization.Kind is "CELL" or "GRASSROOTS_CELL" ? 30 : 60).Year}";
}

/// <summary>
/// Elects committees: the secretary of a cell is one of its members, those of a committee are members of the cells below it. A cell with nine or
/// more official members has a committee, a smaller one a secretary and a deputy (ORG-07).
/// </summary>
internal sealed class CommitteePlan
{
    private static readonly DateOnly CellTerm = new(2022, 11, 1);
    private static readonly DateOnly GrassrootsTerm = new(2020, 6, 1);
    private static readonly DateOnly SuperiorTerm = new(2020, 8, 1);

    private readonly SampleRandom random;
    private readonly SampleIds ids;
    private readonly Dictionary<string, SampleOrganization> organizations;
    private readonly List<SamplePost> posts = [];

    private CommitteePlan(ProvinceFacts facts, IEnumerable<SampleOrganization> organizations, SampleRandom random)
    {
        this.random = random;
        this.organizations = organizations.ToDictionary(organization => organization.Code);
        ids = new SampleIds(facts.Id);
    }

    public static IReadOnlyList<SamplePost> Make(
        ProvinceFacts facts, IReadOnlyList<SampleOrganization> organizations, IReadOnlyList<SampleCell> cells, SampleRandom random)
    {
        var plan = new CommitteePlan(facts, organizations, random);
        var cellOf = cells.ToDictionary(cell => cell.Organization.Code);
        var cellsBelow = cells.Where(cell => cell.Organization.Kind == "CELL").ToLookup(cell => cell.Organization.ParentCode!);
        var cellsOfSuperior = cells.ToLookup(cell => cell.Superior.Code);
        foreach (var organization in organizations.Where(organization => organization.Code != facts.Code))
        {
            if (cellOf.TryGetValue(organization.Code, out var cell))
                plan.ElectCell(cell);
            else if (organization.Kind == "GRASSROOTS_COMMITTEE")
                plan.Elect(organization, [.. cellsBelow[organization.Code].SelectMany(below => below.Members)], GrassrootsTerm, size: 9, standing: 3);
            else
                plan.Elect(organization, [.. cellsOfSuperior[organization.Code].SelectMany(below => below.Members)], SuperiorTerm, size: 15, standing: 5);
        }

        return plan.posts;
    }

    private void ElectCell(SampleCell cell)
    {
        var term = Later(CellTerm, cell.Organization.FoundedOn);
        var official = cell.Members.Count(member => member.OfficialOn <= term);
        if (official >= 9)
            Elect(cell.Organization, cell.Members, CellTerm, official >= 30 ? 5 : 3, standing: 0);
        else
            Elect(cell.Organization, cell.Members, CellTerm, size: 0, standing: 0);
    }

    private void Elect(SampleOrganization organization, IReadOnlyList<SampleMember> from, DateOnly usualTerm, int size, int standing)
    {
        var term = Later(usualTerm, organization.FoundedOn);
        var candidates = from.Where(member => member.OfficialOn <= term && Age(member, term) is >= 22 and <= 66).ToList();
        if (candidates.Count < Math.Max(2, size))
            candidates = [.. from.Where(member => member.IsOfficial)];
        random.Shuffle(candidates);
        var seats = Math.Min(Math.Max(2, size), candidates.Count);
        for (var seat = 0; seat < seats; seat++)
        {
            var since = Later(term, Later(candidates[seat].OfficialOn!.Value, organizations[candidates[seat].CellCode].FoundedOn));
            posts.Add(new SamplePost(ids.Of(SampleKind.CommitteePost, posts.Count), organization, candidates[seat], PostOf(seat, standing), since, term, size, standing));
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string PostOf(int seat, int standing) => seat switch
    {
        0 => "SECRETARY",
        1 => "DEPUTY_SECRETARY",
        _ when seat < standing => "STANDING_MEMBER",
        _ => "MEMBER",
    };

    private static int Age(SampleMember member, DateOnly day) => day.Year - member.BornOn.Year;
}
