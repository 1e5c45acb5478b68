namespace Modular.Host.Samples.Planning;

/// <summary>
/// A sample province as it stood on 13 March 2024: organizations, members, who has left, and who holds which post. Everything is invented
/// but the figures and the names of places and institutions; the same scale gives the same plan on every machine.
/// </summary>
internal sealed record SamplePlan(
    ProvinceFacts Facts,
    IReadOnlyList<SampleOrganization> Organizations,
    IReadOnlyList<SampleCell> Cells,
    IReadOnlyList<SamplePost> Posts)
{
    /// <summary>The day that the plan shows.</summary>
    public static readonly DateOnly Day = new(2024, 3, 13);

    /// <summary>The slugs of the provinces.</summary>
    public static IReadOnlyList<string> Provinces { get; } = ["nam-dinh", "ninh-thuan", "tien-giang"];

    /// <summary>Makes the plan of a province.</summary>
    /// <param name="slug">The province.</param>
    /// <param name="scale">1 for the real size; 0.1 for about a tenth of it.</param>
    public static SamplePlan Make(string slug, double scale)
    {
        var facts = SampleFiles.Read<ProvinceFacts>($"{slug}.json");
        var random = new SampleRandom((ulong)facts.Id);
        var (organizations, cells) = OrganizationPlan.Make(facts, Institutions.Load(), random, scale);
        MembershipPlan.Fill(facts, cells, SampleNames.Load(), random, scale);
        return new SamplePlan(facts, organizations, cells, CommitteePlan.Make(facts, organizations, cells, random));
    }

    /// <summary>All who are or were members, each after the other of the same cell.</summary>
    public IEnumerable<SampleMember> People => Cells.SelectMany(cell => cell.Members.Concat(cell.Former));
}
