using System.Globalization;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Registration;

namespace Modular.Members.Tests;

/// <summary>Inputs that break no rule; a test changes one thing about them.</summary>
internal static class Newcomers
{
    /// <summary>An official member with all dates, a card and a CV number.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">Tells one person from another.</param>
    public static RegisterMemberInput Official(Guid cell, int number = 1) => new()
    {
        OrganizationId = cell,
        Since = new DateOnly(2016, 1, 5),
        Status = MembershipStatus.Official,
        Person = Person(number),
        Membership = new MembershipDates
        {
            AdmissionDecisionNumber = "45-QĐ/HU",
            AdmissionDecidedOn = new DateOnly(2010, 4, 20),
            CeremonyOn = new DateOnly(2010, 5, 19),
            OfficialOn = new DateOnly(2011, 5, 19),
            RecognitionDecisionNumber = "77-QĐ/HU",
            RecognitionDecidedOn = new DateOnly(2011, 6, 10),
        },
        Card = new RegisteredCardInput { Number = $"36{number:000000}", IssuedOn = new DateOnly(2011, 9, 2) },
        CvNumber = $"{number:000000} NĐ",
    };

    public static RegisterMemberInput Probationary(Guid cell, int number = 1) => Official(cell, number) with
    {
        Since = new DateOnly(2023, 11, 7),
        Status = MembershipStatus.Probationary,
        Membership = new MembershipDates { AdmissionDecidedOn = new DateOnly(2023, 10, 20), CeremonyOn = new DateOnly(2023, 11, 7) },
        Card = null,
    };

    public static RegisterMemberInput Applicant(Guid cell, int number = 1) => Official(cell, number) with
    {
        Since = new DateOnly(2023, 2, 3),
        Status = MembershipStatus.Applicant,
        Membership = null,
        Card = null,
        CvNumber = null,
    };

    public static MemberPersonInput Person(int number = 1) => new()
    {
        FullName = "Trần Thị " + Letters(number),
        Sex = Sex.Female,
        BirthDate = new DateOnly(1985, 2, 14).AddDays(number % 1000),
        CitizenId = string.Create(CultureInfo.InvariantCulture, $"036185{number:000000}"),
        EthnicGroup = EthnicGroup.Kinh,
        Religion = Religion.None,
        NativePlace = "Xã Giao Hà, huyện Giao Thủy, tỉnh Nam Định",
        Phone = "0912 345 678",
    };

    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('A' + digit - '0'))) is { } letters
        ? letters[0] + letters[1..].ToLowerInvariant()
        : "";
}
