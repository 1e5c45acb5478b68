using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Members.Records;

/// <summary>A stay abroad.</summary>
internal sealed record TripAbroadInput : IEntryInput<TripAbroad>
{
    /// <summary>The line that is replaced; left out where one is added.</summary>
    [ID("TripAbroad")]
    public Guid? Id { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>The last day; left out while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The countries.</summary>
    public required string Countries { get; init; }

    /// <summary>What for.</summary>
    public required string Purpose { get; init; }

    /// <inheritdoc />
    public IEnumerable<Problem> Check(EntryFrame frame, string path) =>
    [
        .. EntryRules.CheckPeriod(BeganOn, EndedOn, frame, path),
        .. EndedOn >= BeganOn && EndedOn < BeganOn.AddMonths(frame.LeastMonthsAbroad).AddDays(-1)
            ? (Problem[])[new StayAbroadIsTooShortToBeListed(frame.LeastMonthsAbroad) { Field = $"{path}.endedOn" }]
            : [],
        .. EntryRules.CheckText(Countries, EntryRules.ShortLength, $"{path}.countries"),
        .. EntryRules.CheckText(Purpose, EntryRules.ShortLength, $"{path}.purpose"),
    ];

    /// <inheritdoc />
    public void WriteTo(TripAbroad entry)
    {
        entry.BeganOn = BeganOn;
        entry.EndedOn = EndedOn;
        entry.Countries = Wording.Clean(Countries)!;
        entry.Purpose = Wording.Clean(Purpose)!;
    }
}

/// <summary>A tie to abroad.</summary>
internal sealed record ForeignTieInput : IEntryInput<ForeignTie>
{
    /// <summary>The line that is replaced; left out where one is added.</summary>
    [ID("ForeignTie")]
    public Guid? Id { get; init; }

    /// <summary>Which it is.</summary>
    public required ForeignTieKind Kind { get; init; }

    /// <summary>The organization or the relative.</summary>
    public required string Name { get; init; }

    /// <summary>The country.</summary>
    public required string Country { get; init; }

    /// <summary>Relation, work, since when.</summary>
    public string? Detail { get; init; }

    /// <inheritdoc />
    public IEnumerable<Problem> Check(EntryFrame frame, string path) =>
    [
        .. EntryRules.CheckText(Name, EntryRules.ShortLength, $"{path}.name"),
        .. EntryRules.CheckText(Country, EntryRules.ShortLength, $"{path}.country"),
        .. Wording.CheckLength(Detail, EntryRules.LongLength, $"{path}.detail"),
    ];

    /// <inheritdoc />
    public void WriteTo(ForeignTie entry)
    {
        entry.Kind = Kind;
        entry.Name = Wording.Clean(Name)!;
        entry.Country = Wording.Clean(Country)!;
        entry.Detail = Wording.Clean(Detail);
    }
}

/// <summary>A person of the family.</summary>
internal sealed record FamilyMemberInput : IEntryInput<FamilyMember>
{
    /// <summary>The line that is replaced; left out where one is added.</summary>
    [ID("FamilyMember")]
    public Guid? Id { get; init; }

    /// <summary>The relation.</summary>
    public required FamilyRelation Relation { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Whether they have died.</summary>
    public bool IsDeceased { get; init; }

    /// <summary>Native place and residence.</summary>
    public string? Residence { get; init; }

    /// <summary>Occupation, organization, whether a Party member.</summary>
    public string? Occupation { get; init; }

    /// <summary>Religion.</summary>
    public string? Religion { get; init; }

    /// <summary>Nationality, where it is not Vietnamese.</summary>
    public string? Nationality { get; init; }

    /// <summary>What is to be told of their history and political attitude.</summary>
    public string? PoliticalHistory { get; init; }

    /// <inheritdoc />
    public IEnumerable<Problem> Check(EntryFrame frame, string path) =>
    [
        .. EntryRules.CheckText(FullName, EntryRules.ShortLength, $"{path}.fullName"),
        .. CheckBirthYear(frame, $"{path}.birthYear"),
        .. Wording.CheckLength(Residence, EntryRules.ShortLength, $"{path}.residence"),
        .. Wording.CheckLength(Occupation, EntryRules.ShortLength, $"{path}.occupation"),
        .. Wording.CheckLength(Religion, EntryRules.NumberLength, $"{path}.religion"),
        .. Wording.CheckLength(Nationality, EntryRules.NumberLength, $"{path}.nationality"),
        .. Wording.CheckLength(PoliticalHistory, EntryRules.LongLength, $"{path}.politicalHistory"),
    ];

    /// <inheritdoc />
    public void WriteTo(FamilyMember entry)
    {
        entry.Relation = Relation;
        entry.FullName = Wording.Clean(FullName)!;
        entry.BirthYear = BirthYear;
        entry.IsDeceased = IsDeceased;
        entry.Residence = Wording.Clean(Residence);
        entry.Occupation = Wording.Clean(Occupation);
        entry.Religion = Wording.Clean(Religion);
        entry.Nationality = Wording.Clean(Nationality);
        entry.PoliticalHistory = Wording.Clean(PoliticalHistory);
    }

    // Parents are older than their children.
    private IEnumerable<Problem> CheckBirthYear(EntryFrame frame, string field)
    {
        if (BirthYear is not { } year)
            yield break;
        if (year < 1800 || year > frame.Today.Year)
            yield return new InvalidInput(new LocalizedText($"Năm sinh phải từ 1800 đến {frame.Today.Year}.", $"The year of birth must lie between 1800 and {frame.Today.Year}.")) { Field = field };
        else if (Relation is FamilyRelation.Father or FamilyRelation.Mother && year >= frame.BirthDate.Year)
            yield return new RelativeIsOfTheWrongAge(year) { Field = field };
        else if (Relation == FamilyRelation.Child && year <= frame.BirthDate.Year)
            yield return new RelativeIsOfTheWrongAge(year) { Field = field };
    }
}

/// <summary>Where a membership began and who introduced.</summary>
internal sealed record AdmissionDetailInput
{
    /// <summary>1 for the first membership, 2 for the one after re-admission.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The cell of admission as it was called then.</summary>
    public string? AdmittedAt { get; init; }

    /// <summary>The cell of recognition as it was called then.</summary>
    public string? RecognizedAt { get; init; }

    /// <summary>The first sponsor.</summary>
    public string? FirstSponsor { get; init; }

    /// <summary>The first sponsor's post.</summary>
    public string? FirstSponsorPost { get; init; }

    /// <summary>The second sponsor, or the organization that introduced.</summary>
    public string? SecondSponsor { get; init; }

    /// <summary>The second sponsor's post.</summary>
    public string? SecondSponsorPost { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check(string path) =>
    [
        .. Wording.CheckLength(AdmittedAt, EntryRules.ShortLength, $"{path}.admittedAt"),
        .. Wording.CheckLength(RecognizedAt, EntryRules.ShortLength, $"{path}.recognizedAt"),
        .. Wording.CheckLength(FirstSponsor, EntryRules.ShortLength, $"{path}.firstSponsor"),
        .. Wording.CheckLength(FirstSponsorPost, EntryRules.ShortLength, $"{path}.firstSponsorPost"),
        .. Wording.CheckLength(SecondSponsor, EntryRules.ShortLength, $"{path}.secondSponsor"),
        .. Wording.CheckLength(SecondSponsorPost, EntryRules.ShortLength, $"{path}.secondSponsorPost"),
    ];

    /// <summary>Writes it into the detail of a membership.</summary>
    public void WriteTo(AdmissionDetail detail)
    {
        detail.AdmittedAt = Wording.Clean(AdmittedAt);
        detail.RecognizedAt = Wording.Clean(RecognizedAt);
        detail.FirstSponsor = Wording.Clean(FirstSponsor);
        detail.FirstSponsorPost = Wording.Clean(FirstSponsorPost);
        detail.SecondSponsor = Wording.Clean(SecondSponsor);
        detail.SecondSponsorPost = Wording.Clean(SecondSponsorPost);
    }
}
