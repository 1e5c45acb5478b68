using System.Collections.Frozen;

namespace Modular.Members.People;

/// <summary>
/// The structure of a citizen identity number: three digits for the province of birth registration, one for century and sex, two
/// for the year of birth, six at random (Decree 137/2015/NĐ-CP, Article 13). What does not fit is a warning: cards bear mistakes too.
/// </summary>
internal static class CitizenId
{
    private static readonly FrozenSet<string> ProvinceCodes = FrozenSet.Create(
        "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025",
        "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048",
        "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070", "072", "074", "075",
        "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096");

    /// <summary>Whether the text is 12 digits.</summary>
    public static bool IsWellFormed(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>What about a well-formed number does not fit the person.</summary>
    public static IEnumerable<MemberWarning> Doubts(string citizenId, Sex sex, DateOnly birthDate)
    {
        if (!ProvinceCodes.Contains(citizenId[..3]))
            yield return MemberWarning.CitizenIdHasUnknownProvince;
        if (citizenId[3] != CenturyAndSex(sex, birthDate.Year))
            yield return MemberWarning.CitizenIdHasOtherCenturyOrSex;
        if (citizenId[4..6] != (birthDate.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture))
            yield return MemberWarning.CitizenIdHasOtherBirthYear;
    }

    // 0 and 1 stand for men and women born from 1900 to 1999, 2 and 3 for the next century, and so on.
    private static char CenturyAndSex(Sex sex, int year) => (char)('0' + (((year / 100) - 19) * 2) + (sex == Sex.Female ? 1 : 0));
}
