using System.Globalization;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Members.Cards.Numbers;

/// <summary>A stretch of CV numbers that the province's organization board gives to an organization, for its members and those of all below it (dải số lý lịch, MEM-10).</summary>
internal sealed class CvNumberRange : IProvinceOwned
{
    private const int Highest = 999_999;

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The organization whose members receive the numbers.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The 2 or 3 letters that mark the provincial committee (ký hiệu).</summary>
    public string Letters { get; init; } = "";

    /// <summary>The first number, at least 1.</summary>
    public int First { get; init; }

    /// <summary>The last number, at most 999999.</summary>
    public int Last { get; init; }

    /// <summary>The number that was given last from the range; one less than <see cref="First"/> as long as none was.</summary>
    public int LastGiven { get; set; }

    /// <summary>Number and symbol of the decision that assigned it.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>How a number of the range is written: <c>000123ND</c>.</summary>
    public string Write(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:000000}{Letters}");

    /// <summary>Whether a number as written lies in the range.</summary>
    public bool Holds(string number)
    {
        var digits = int.Parse(number.AsSpan(0, 6), CultureInfo.InvariantCulture);
        return number[6..] == Letters && digits >= First && digits <= Last;
    }

    /// <summary>What is wrong with the ends and the letters.</summary>
    public static IEnumerable<Problem> Check(int first, int last, string letters)
    {
        if (first is < 1 or > Highest)
            yield return new CvNumberRangeIsUnfit { Field = "input.first" };
        if (last < first || last > Highest)
            yield return new CvNumberRangeIsUnfit { Field = "input.last" };
        if (letters.Length is < 2 or > 3 || letters.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            yield return new CvNumberMustBeSixDigitsAndLetters { Field = "input.letters" };
    }
}
