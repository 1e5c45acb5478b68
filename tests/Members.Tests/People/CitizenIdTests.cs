using Modular.Members.People;
using Xunit;

namespace Modular.Members.Tests.People;

public sealed class CitizenIdTests
{
    [Theory]
    [InlineData("036185000001", true, 1985, "")]
    [InlineData("036085000001", false, 1985, "")]
    [InlineData("036302000001", true, 2002, "")]
    [InlineData("036202000001", false, 2002, "")]
    [InlineData("003185000001", true, 1985, "CitizenIdHasUnknownProvince")]
    [InlineData("036085000001", true, 1985, "CitizenIdHasOtherCenturyOrSex")]
    [InlineData("036185000001", true, 2085, "CitizenIdHasOtherCenturyOrSex")]
    [InlineData("099286000001", true, 1985, "CitizenIdHasUnknownProvince CitizenIdHasOtherCenturyOrSex CitizenIdHasOtherBirthYear")]
    public void What_does_not_fit_the_person_is_doubted(string citizenId, bool isFemale, int year, string doubts) =>
        Assert.Equal(doubts, string.Join(' ', CitizenId.Doubts(citizenId, isFemale ? Sex.Female : Sex.Male, new DateOnly(year, 3, 8))));

    [Theory]
    [InlineData("036185000001", true)]
    [InlineData("36185000001", false)]
    [InlineData("03618500000A", false)]
    public void A_number_is_twelve_digits(string citizenId, bool isWellFormed) => Assert.Equal(isWellFormed, CitizenId.IsWellFormed(citizenId));
}
