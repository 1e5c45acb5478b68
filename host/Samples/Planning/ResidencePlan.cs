namespace Modular.Host.Samples.Planning;

/// <summary>Says where members live: those of a hamlet's cell in their hamlet, the others around their work, and so many in the hamlets of which that is known.</summary>
internal sealed class ResidencePlan(ProvinceFacts facts, IReadOnlyList<SampleCell> cells, SampleRandom random, double scale)
{
    public void Settle()
    {
        foreach (var cell in cells)
        {
            foreach (var member in cell.Members.Concat(cell.Former))
                Settle(cell, member);
        }

        foreach (var known in facts.Residents)
            SettleWorking(known);
    }

    private void Settle(SampleCell cell, SampleMember member)
    {
        if (cell.Hamlet is { } own)
        {
            MoveTo(member, cell.Commune!, own);
            return;
        }

        var commune = cell.Commune ?? random.Pick(cell.Surroundings);
        string hamlet;
        do
            hamlet = commune.Hamlets[random.Below(Math.Min(commune.Hamlets.Count, 8))];
        while (IsCounted(commune, hamlet));
        MoveTo(member, commune, hamlet);
    }

    /// <summary>Moves members who work nearby into the hamlet until there are as many as the facts say.</summary>
    private void SettleWorking(ResidentFacts known)
    {
        var commune = cells.Select(cell => cell.Commune).OfType<SampleCommune>().First(commune => commune.Name == known.Commune);
        var nearby = cells.Where(cell => cell.Hamlet is null && cell.Surroundings.Contains(commune)).SelectMany(cell => cell.Members).ToList();
        random.Shuffle(nearby);
        foreach (var member in nearby.Where(member => !facts.Residents.Any(other => member.ResidenceHamlet == other.Hamlet)).Take((int)Math.Ceiling(known.Working * Math.Min(1, scale))))
            MoveTo(member, commune, known.Hamlet);
    }

    private bool IsCounted(SampleCommune commune, string hamlet) =>
        facts.Residents.Any(known => known.Commune == commune.Name && known.Hamlet == hamlet);

    private void MoveTo(SampleMember member, SampleCommune commune, string hamlet)
    {
        member.ResidenceHamlet = hamlet;
        member.Residence = $"{hamlet}, {commune.Address}, {facts.Place}";
    }
}
