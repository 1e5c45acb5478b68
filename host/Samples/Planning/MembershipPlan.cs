namespace Modular.Host.Samples.Planning;

/// <summary>Fills the cells with members: so many as the facts say, times the scale, with the admissions of each year and those who have left.</summary>
internal sealed class MembershipPlan
{
    private readonly ProvinceFacts facts;
    private readonly IReadOnlyList<SampleCell> cells;
    private readonly SampleRandom random;
    private readonly PersonMaker people;
    private readonly double scale;

    private MembershipPlan(ProvinceFacts facts, IReadOnlyList<SampleCell> cells, SampleNames names, SampleRandom random, double scale)
    {
        this.facts = facts;
        this.cells = cells;
        this.random = random;
        this.scale = scale;
        people = new PersonMaker(facts, names, random);
    }

    public static void Fill(ProvinceFacts facts, IReadOnlyList<SampleCell> cells, SampleNames names, SampleRandom random, double scale)
    {
        var plan = new MembershipPlan(facts, cells, names, random, scale);
        plan.Admit(plan.SizesOfCells());
        plan.Remove();
        new ResidencePlan(facts, cells, random, scale).Settle();
    }

    private int[] SizesOfCells()
    {
        var sizes = new int[cells.Count];
        var fixedTotal = 0;
        var open = Enumerable.Range(0, cells.Count).ToList();
        foreach (var superior in facts.Superiors.Where(superior => superior.Members is not null))
        {
            var own = open.Where(index => cells[index].Superior.Name == superior.Name).ToList();
            fixedTotal += superior.Members!.Value;
            Divide(own, superior.Members.Value, sizes);
            open = [.. open.Except(own)];
        }

        Divide(open, facts.Members - fixedTotal, sizes);
        return sizes;
    }

    private void Divide(List<int> indexes, int members, int[] sizes)
    {
        var parts = Division.Divide(
            (int)Math.Round(members * scale),
            [.. indexes.Select(index => new Division.Part(Weight(cells[index].Workplace), cells[index].LeastSize, cells[index].MostSize))]);
        for (var place = 0; place < indexes.Count; place++)
            sizes[indexes[place]] = parts[place];
    }

    private double Weight(Workplace workplace) => (0.55 + random.Share()) * workplace switch
    {
        Workplace.Hamlet => 28,
        Workplace.School => 14,
        Workplace.Barracks => 12,
        _ => 15,
    };

    private void Admit(int[] sizes)
    {
        var years = YearsOfAdmission(sizes);
        var next = 0;
        for (var index = 0; index < cells.Count; index++)
        {
            for (var member = 0; member < sizes[index]; member++)
                cells[index].Members.Add(people.Make(cells[index], years[next++]));
        }
    }

    /// <summary>
    /// The year of admission of each member in the order of cells, or null for the years before those that are counted. In a cell at least three stay who
    /// were admitted before the last two years, so that it has three official members (ORG-01), and nobody was admitted in a cell before it was founded.
    /// </summary>
    private int?[] YearsOfAdmission(int[] sizes)
    {
        var total = sizes.Sum();
        var years = facts.Admissions
            .OrderBy(admission => admission.Key)
            .SelectMany(admission => Enumerable.Repeat<int?>(admission.Key, (int)Math.Round(admission.Value * Math.Min(scale, (double)total / facts.Members))))
            .ToList();
        years.AddRange(Enumerable.Repeat<int?>(null, total - years.Count));
        random.Shuffle(years);

        var all = years.ToArray();
        var roomy = Array.IndexOf(sizes, sizes.Max());
        var roomyStart = sizes.Take(roomy).Sum();
        var start = 0;
        for (var index = 0; index < sizes.Length; index++)
        {
            KeepThreeOfficial(all, start, sizes[index], roomyStart, sizes[roomy]);
            AdmitNobodyBeforeTheCell(all, start, sizes[index], cells[index].Organization.FoundedOn.Year, roomyStart, sizes[roomy]);
            start += sizes[index];
        }

        return all;
    }

    // Who is admitted in a year that is counted is admitted in their cell, so that the movement of the year finds them.
    private static void AdmitNobodyBeforeTheCell(int?[] years, int start, int size, int foundedIn, int roomyStart, int roomySize)
    {
        for (var index = start; index < start + size; index++)
        {
            if (!(years[index] <= foundedIn))
                continue;
            var other = Array.FindIndex(years, roomyStart, roomySize, year => year is null);
            (years[index], years[other]) = (years[other], years[index]);
        }
    }

    private static void KeepThreeOfficial(int?[] years, int start, int size, int roomyStart, int roomySize)
    {
        for (var index = start; index < start + size && years.AsSpan(start, size).Count((int?)null) < 3; index++)
        {
            if (years[index] is null)
                continue;
            var other = Array.FindIndex(years, roomyStart, roomySize, year => year is null);
            (years[index], years[other]) = (years[other], years[index]);
        }
    }

    private void Remove()
    {
        foreach (var removal in facts.Removals)
        {
            var from = cells.Where(cell => cell.Organization.FoundedOn < removal.From
                && (removal.Below is null || cell.Superior.Name.EndsWith(removal.Below, StringComparison.Ordinal))).ToList();
            Remove(from, removal, "EXPELLED", removal.Expelled);
            Remove(from, removal, "NAME_REMOVED", removal.NameRemoved);
            Remove(from, removal, "LEFT_ON_REQUEST", removal.LeftOnRequest);
        }
    }

    private void Remove(List<SampleCell> from, RemovalFacts removal, string status, int count)
    {
        for (var left = (int)Math.Ceiling(count * Math.Min(1, scale)); left > 0; left--)
        {
            var cell = random.Pick(from);
            cell.Former.Add(people.MakeFormer(cell, status, random.Between(removal.From, removal.To)));
        }
    }
}
