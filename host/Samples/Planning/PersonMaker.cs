using System.Globalization;

namespace Modular.Host.Samples.Planning;

/// <summary>Invents people whose dates, numbers and circumstances fit each other and the rules of the register.</summary>
internal sealed class PersonMaker(ProvinceFacts facts, SampleNames names, SampleRandom random)
{
    private static readonly (int Month, int Day)[] GreatDays = [(2, 3), (5, 19), (9, 2), (11, 7), (12, 22)];

    private readonly SampleIds ids = new(facts.Id);
    private readonly Dictionary<string, int> citizensOf = [];
    private int made;
    private int cards;

    /// <summary>A member of a cell today.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="admittedIn">The year of admission, or null for one before those that are counted.</param>
    public SampleMember Make(SampleCell cell, int? admittedIn) => Make(cell, admittedIn, departure: null);

    /// <summary>Somebody who has left the Party.</summary>
    public SampleMember MakeFormer(SampleCell cell, string status, DateOnly on)
    {
        var (symbol, decidedBy) = status == "EXPELLED" ? ("QĐ/UBKT", cell.Superior.ShortName!) : ("QĐ/ĐU", cell.Superior.ShortName!);
        return Make(cell, admittedIn: null, new SampleDeparture(status, on, Decision(symbol), decidedBy));
    }

    private SampleMember Make(SampleCell cell, int? admittedIn, SampleDeparture? departure)
    {
        var number = made++;
        var isFemale = random.Happens(Circumstances.WomenInThousand(cell.Workplace));
        var ethnic = cell.Commune?.Names is { } many && random.Happens(700) ? many : null;
        var bornOn = BornOn(cell.Workplace, admittedIn);
        var joinedOn = JoinedOn(cell.Workplace, bornOn, admittedIn, departure);
        var decidedOn = DecidedOn(joinedOn);
        var officialOn = joinedOn.AddMonths(12) is var end && end <= SamplePlan.Day ? end : (DateOnly?)null;
        var recognizedOn = officialOn is { } official ? random.Between(official, Earliest(official.AddDays(28), SamplePlan.Day)) : (DateOnly?)null;
        var cardIssuedOn = CardIssuedOn(recognizedOn, departure);
        var age = SamplePlan.Day.Year - bornOn.Year;
        var home = cell.Commune ?? random.Pick(cell.Surroundings);
        return new SampleMember
        {
            Id = ids.Of(SampleKind.Member, number),
            CellCode = cell.Organization.Code,
            FullName = names.Invent(ethnic ?? facts.Names, isFemale, random),
            IsFemale = isFemale,
            BornOn = bornOn,
            CitizenId = random.Happens(996) ? CitizenId(isFemale, bornOn) : null,
            EthnicGroup = ethnic switch
            {
                "cham" => "CHAM",
                "raglai" => "RA_GLAI",
                _ => "KINH",
            },
            Religion = Circumstances.Religion(facts.Names, ethnic, random),
            NativePlace = random.Happens(850) ? $"{home.Address}, {facts.Place}" : $"{random.Pick(cell.Surroundings).Address}, {facts.Place}",
            Residence = "",
            ResidenceHamlet = "",
            Occupation = Circumstances.Occupation(cell.Workplace, age, random),
            GeneralEducation = Circumstances.GeneralEducation(cell.Workplace, age, random),
            ProfessionalLevel = Circumstances.ProfessionalLevel(cell.Workplace, age, random),
            PoliticalTheory = Circumstances.PoliticalTheory(cell.Workplace, age, random),
            AdmissionDecisionNumber = Decision("QĐ/ĐU"),
            AdmissionDecidedOn = decidedOn,
            JoinedOn = joinedOn,
            OfficialOn = officialOn,
            RecognitionDecisionNumber = officialOn is null ? null : Decision("QĐ/ĐU"),
            RecognitionDecidedOn = recognizedOn,
            CardNumber = cardIssuedOn is null ? null : string.Create(CultureInfo.InvariantCulture, $"{facts.CardPrefix}{(++cards * 7L) + 10_000:000000}"),
            CardIssuedOn = cardIssuedOn,
            CvNumber = string.Create(CultureInfo.InvariantCulture, $"{number + 1:000000}{facts.CvLetters}"),
            Departure = departure,
        };
    }

    private DateOnly BornOn(Workplace workplace, int? admittedIn)
    {
        var year = admittedIn is { } admitted
            ? admitted - Circumstances.AgeAtRecentAdmission(workplace, random)
            : SamplePlan.Day.Year - Circumstances.Age(workplace, random);
        return new DateOnly(year, random.Between(1, 12), random.Between(1, 28));
    }

    private DateOnly JoinedOn(Workplace workplace, DateOnly bornOn, int? admittedIn, SampleDeparture? departure)
    {
        // Before the counted years, and long enough before leaving to have become official.
        var lastYear = Math.Min(facts.Admissions.Keys.Min() - 1, (departure?.On.Year ?? int.MaxValue) - 2);
        var year = admittedIn ?? Math.Min(bornOn.Year + Circumstances.AgeAtEarlierAdmission(workplace, random), lastYear);
        var last = year == SamplePlan.Day.Year ? SamplePlan.Day.AddDays(-4) : new DateOnly(year, 12, 28);
        var (month, day) = random.Pick(GreatDays);
        var great = new DateOnly(year, month, day);
        return random.Happens(350) && great <= last ? great : random.Between(new DateOnly(year, 1, 24), last);
    }

    // In the same year, so that the years of decision and of ceremony count alike.
    private DateOnly DecidedOn(DateOnly joinedOn) => joinedOn.AddDays(-random.Between(3, 20));

    private DateOnly? CardIssuedOn(DateOnly? recognizedOn, SampleDeparture? departure)
    {
        if (recognizedOn is not { } recognized || random.Happens(15))
            return null;
        var issued = recognized.AddDays(random.Between(30, 120));
        return issued < (departure?.On ?? SamplePlan.Day) ? issued : null;
    }

    /// <summary>Province of birth registration, century and sex, year of birth, and a number that nobody else has (Decree 137/2015/NĐ-CP, Article 13).</summary>
    private string CitizenId(bool isFemale, DateOnly bornOn)
    {
        var province = random.Happens(920) ? facts.CitizenPrefix : random.Pick(facts.Neighbours);
        var centuryAndSex = (((bornOn.Year / 100) - 19) * 2) + (isFemale ? 1 : 0);
        var start = string.Create(CultureInfo.InvariantCulture, $"{province}{centuryAndSex}{bornOn.Year % 100:00}");
        var order = citizensOf[start] = citizensOf.GetValueOrDefault(start) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{start}{((order * 7919L) + facts.Id) % 1_000_000:000000}");
    }

    private string Decision(string symbol) => string.Create(CultureInfo.InvariantCulture, $"{random.Between(3, 995)}-{symbol}");

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
}
