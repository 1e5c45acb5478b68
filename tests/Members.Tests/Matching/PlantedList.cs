using System.Globalization;
using System.Text;
using Modular.Kernel.Texts;
using Modular.Members.Matching;

namespace Modular.Members.Tests.Matching;

/// <summary>How a row of the list differs from the register: the kinds of docs/matching.md, in its order.</summary>
internal enum PlantedDefect
{
    None,
    NameWithoutDiacritics,
    NameInCapitals,
    CitizenIdLeftOut,
    CitizenIdWithAWrongDigit,
    CitizenIdWithExchangedDigits,
    DayAndMonthExchanged,
    DayAndMonthExchangedWithoutNumbers,
    BirthYearOnly,
    OtherSex,
    OtherCardNumber,
    CardNumberOfSomebodyElse,
    CitizenIdOfSomebodyElse,
    RowTwice,
    UnreadableBirthDate,
    CitizenIdOfElevenDigits,
    NotInTheRegister,
    NamesakeBornOnTheSameDay,
    NotInTheList,
    MiddleNameLeftOut,
    OtherCellAndDateOfJoining,
}

/// <summary>What must come of a row.</summary>
/// <param name="Row">The row of the file; null for a member whom the list does not name.</param>
/// <param name="Defect">What was planted.</param>
/// <param name="Class">The class.</param>
/// <param name="CardNumber">The card of the person who is meant; null where nobody is.</param>
/// <param name="Differing">The fields that differ.</param>
internal sealed record ExpectedMatch(int? Row, PlantedDefect Defect, MatchClass Class, string? CardNumber, string Differing);

/// <summary>
/// A register and a list of the same persons in which defects were planted: so many of each kind, at places that a seed decides. Names are unique, so that what a row must come to
/// follows from its defect alone.
/// </summary>
internal sealed class PlantedList
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"];
    private static readonly string[] Middles = ["Văn", "Đức", "Hữu", "Minh", "Quang", "Xuân", "Công", "Đình"];
    private static readonly string[] Givens = ["Bình", "Cường", "Dũng", "Hùng", "Khánh", "Lâm", "Phúc", "Quân", "Sơn", "Thắng", "Tùng", "Vĩnh", "Đạt", "Ước"];
    private static readonly string[] Cells = ["36.01.001.001", "36.01.001.002", "36.01.002.009"];

    private readonly StringBuilder list = new("Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Số thẻ đảng viên,Số lý lịch,Ngày vào Đảng,Ngày chính thức,Mã chi bộ\n");
    private readonly List<ExpectedMatch> expected = [];
    private int lastRow = 1;

    private PlantedList(IReadOnlyList<Person> people) => Register = RegisterOf(people);

    /// <summary>The file from which the register is made.</summary>
    public string Register { get; }

    /// <summary>The file that is matched.</summary>
    public string Text => list.ToString();

    /// <summary>What must come of each row.</summary>
    public IReadOnlyList<ExpectedMatch> Expected => expected;

    /// <summary>Makes both.</summary>
    /// <param name="people">How many persons the register has.</param>
    /// <param name="defectsOfAKind">How many defects of each kind the list has.</param>
    /// <param name="seed">Decides where.</param>
    public static PlantedList Make(int people, int defectsOfAKind, int seed)
    {
        var all = Enumerable.Range(0, people + defectsOfAKind).Select(Person.Make).ToArray();
        var made = new PlantedList(all[..people]);
        var places = Enumerable.Range(0, people).ToArray();
        new Random(seed).Shuffle(places);
        var defects = new PlantedDefect[people];
        var kinds = Enum.GetValues<PlantedDefect>().Where(kind => kind is not (PlantedDefect.None or PlantedDefect.NotInTheRegister));
        var place = 0;
        foreach (var kind in kinds)
        {
            for (var count = 0; count < defectsOfAKind; count++)
                defects[places[place++]] = kind;
        }

        for (var index = 0; index < people; index++)
            made.Plant(all[index], defects[index], all[(index + (people / 2)) % people]);
        foreach (var stranger in all[people..])
            made.Add(stranger, PlantedDefect.NotInTheRegister, MatchClass.OnlyThere, null);
        return made;
    }

    private void Plant(Person person, PlantedDefect defect, Person other)
    {
        var none = person with { CitizenId = "", Card = "", Cv = "" };
        _ = defect switch
        {
            PlantedDefect.None => Add(person, defect, MatchClass.Identical, person),
            PlantedDefect.NameWithoutDiacritics => Add(person with { Name = Plain(person.Name) }, defect, MatchClass.Differing, person, "fullName"),
            PlantedDefect.NameInCapitals => Add(person with { Name = person.Name.ToUpperInvariant() }, defect, MatchClass.Identical, person),
            PlantedDefect.CitizenIdLeftOut => Add(person with { CitizenId = "" }, defect, MatchClass.Identical, person),
            PlantedDefect.CitizenIdWithAWrongDigit => Add(person with { CitizenId = WrongDigit(person.CitizenId) }, defect, MatchClass.Differing, person, "citizenId"),
            PlantedDefect.CitizenIdWithExchangedDigits => Add(none with { CitizenId = Exchanged(person.CitizenId) }, defect, MatchClass.Probable, person, "citizenId"),
            PlantedDefect.DayAndMonthExchanged => Add(person with { Birth = Turned(person) }, defect, MatchClass.Differing, person, "birthDate"),
            PlantedDefect.DayAndMonthExchangedWithoutNumbers => Add(none with { Birth = Turned(person) }, defect, MatchClass.Probable, person, "birthDate"),
            PlantedDefect.BirthYearOnly => Add(none with { Birth = person.Birth[6..] }, defect, MatchClass.Probable, person),
            PlantedDefect.OtherSex => Add(person with { Sex = "Nữ" }, defect, MatchClass.Differing, person, "sex"),
            PlantedDefect.OtherCardNumber => Add(person with { Card = $"99{person.Card[2..]}" }, defect, MatchClass.Differing, person, "cardNumber"),
            PlantedDefect.CardNumberOfSomebodyElse => Add(person with { CitizenId = "", Card = other.Card, Cv = "" }, defect, MatchClass.Ambiguous, null),
            PlantedDefect.CitizenIdOfSomebodyElse => Add(person with { CitizenId = other.CitizenId }, defect, MatchClass.Ambiguous, null),
            PlantedDefect.RowTwice => Add(person, defect, MatchClass.Ambiguous, null) && Add(person, defect, MatchClass.Ambiguous, null),
            PlantedDefect.UnreadableBirthDate => Add(person with { Birth = "31/02/1980" }, defect, MatchClass.Defective, null),
            PlantedDefect.CitizenIdOfElevenDigits => Add(person with { CitizenId = person.CitizenId[..11] }, defect, MatchClass.Defective, null),
            PlantedDefect.NamesakeBornOnTheSameDay => Namesake(person, defect),
            PlantedDefect.NotInTheList => Miss(person, defect),
            PlantedDefect.MiddleNameLeftOut => Add(none with { Name = Shortened(person.Name) }, defect, MatchClass.Probable, person, "fullName"),
            PlantedDefect.OtherCellAndDateOfJoining => Add(
                person with { Cell = Cells[(Array.IndexOf(Cells, person.Cell) + 1) % Cells.Length], Joined = "04" + person.Joined[2..] }, defect, MatchClass.Differing, person, "joinedOn,organization"),
            _ => throw new ArgumentOutOfRangeException(nameof(defect)),
        };
    }

    // The person themselves stands in the list too; the namesake has numbers of their own.
    private bool Namesake(Person person, PlantedDefect defect) =>
        Add(person, PlantedDefect.None, MatchClass.Identical, person)
        && Add(person with { CitizenId = $"001{person.CitizenId[3..6]}9{person.CitizenId[7..]}", Card = $"98{person.Card[2..]}", Cv = "" }, defect, MatchClass.OnlyThere, null);

    private bool Miss(Person person, PlantedDefect defect)
    {
        expected.Add(new ExpectedMatch(null, defect, MatchClass.OnlyHere, person.Card, ""));
        return true;
    }

    private bool Add(Person row, PlantedDefect defect, MatchClass found, Person? meant, string differing = "")
    {
        list.Append(CultureInfo.InvariantCulture, $"{row.Name},{row.Birth},{row.Sex},{row.CitizenId},Kinh,{row.Card},{row.Cv},{row.Joined},{row.Official},{row.Cell}\n");
        expected.Add(new ExpectedMatch(++lastRow, defect, found, meant?.Card, differing));
        return true;
    }

    private static string RegisterOf(IReadOnlyList<Person> people)
    {
        var text = new StringBuilder(Imports.MemberFiles.Headers).Append('\n');
        foreach (var one in people)
            text.Append(CultureInfo.InvariantCulture, $"{one.Name},{one.Birth},{one.Sex},{one.CitizenId},Kinh,Không,,{one.Joined},{one.Official},{one.Card},{one.Cv},{one.Cell},\n");
        return text.ToString();
    }

    private static string Plain(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(VietnameseText.SearchKey(name));

    private static string Shortened(string name) => name.Split(' ') is var words ? $"{words[0]} {words[^1]}" : name;

    private static string Turned(Person person) => $"{person.Birth[3..5]}/{person.Birth[..2]}/{person.Birth[6..]}";

    private static string WrongDigit(string number) => $"{number[..8]}{(char)('0' + ((number[8] - '0' + 5) % 10))}{number[9..]}";

    private static string Exchanged(string number)
    {
        var place = Enumerable.Range(6, 5).First(index => number[index] != number[index + 1]);
        return $"{number[..place]}{number[place + 1]}{number[place]}{number[(place + 2)..]}";
    }

    /// <summary>A person as lists write them.</summary>
    private sealed record Person(string Name, string Birth, string Sex, string CitizenId, string Card, string Cv, string Joined, string Official, string Cell)
    {
        public static Person Make(int number)
        {
            var (day, month) = (1 + (number % 11), 1 + ((number + 1 + (number / 11 % 10)) % 12));
            var year = 1950 + (number * 7 % 41);
            // Numbers are far apart, so that a mistyped one is nobody else's.
            var tail = number * 7919L % 999_983;
            return new Person(
                $"{Families[number % 10]} {Middles[number / 10 % 8]} {Givens[number / 80 % 14]} {Givens[((number / 1120) + number) % 14]}",
                FormattableString.Invariant($"{(day == month ? day + 1 : day):00}/{month:00}/{year}"),
                "Nam",
                FormattableString.Invariant($"0360{year % 100:00}{tail:000000}"),
                FormattableString.Invariant($"{36_000_000 + tail}"),
                FormattableString.Invariant($"{tail:000000}ND"),
                FormattableString.Invariant($"03/02/{year + 25}"),
                FormattableString.Invariant($"03/02/{year + 26}"),
                Cells[number % 3]);
        }
    }
}
