using Modular.Kernel.Results;
using Modular.Members.Memberships;

namespace Modular.Members.People;

/// <summary>What a name, a birth date, a number of identity, a phone number and an e-mail address must look like.</summary>
internal static class PersonRules
{
    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    public static IEnumerable<Problem> CheckName(string name, string field)
    {
        var clean = Wording.Clean(name);
        if (clean is null || !clean.All(letter => char.IsLetter(letter) || letter is ' ' or '\'' or '’' or '-' or '.') || !clean.Any(char.IsLetter))
            yield return new NameMustConsistOfLetters { Field = field };
        foreach (var problem in Wording.CheckLength(clean, 120, field))
            yield return problem;
    }

    public static IEnumerable<Problem> CheckBirthDate(DateOnly birthDate, DateOnly today, string field)
    {
        if (birthDate > today)
            yield return new DateLiesInTheFuture(birthDate, today) { Field = field };
        if (birthDate < EarliestBirth)
            yield return new BirthDateIsTooEarly(birthDate) { Field = field };
    }

    public static IEnumerable<Problem> CheckCitizenId(string? citizenId, string field)
    {
        if (Wording.Clean(citizenId) is { } number && !CitizenId.IsWellFormed(number))
            yield return new CitizenIdMustHaveTwelveDigits { Field = field };
    }

    public static IEnumerable<Problem> CheckPhone(string? phone, string field)
    {
        if (CleanPhone(phone) is { } number && (number.TrimStart('+').Length is < 8 or > 15 || number.TrimStart('+').AsSpan().ContainsAnyExceptInRange('0', '9')))
        {
            yield return new InvalidInput(new LocalizedText("Số điện thoại phải gồm từ 8 đến 15 chữ số.", "A phone number must have 8 to 15 digits."))
            {
                Field = field,
            };
        }
    }

    public static IEnumerable<Problem> CheckEmail(string? email, string field)
    {
        if (Wording.Clean(email) is { } address && (address.Length > 254 || address.Contains(' ') || address.Split('@') is not [{ Length: > 0 }, { Length: > 2 }]))
        {
            yield return new InvalidInput(new LocalizedText("Địa chỉ thư điện tử không đúng dạng ten@noi-nhan.", "An e-mail address has the form name@host."))
            {
                Field = field,
            };
        }
    }

    /// <summary>The digits of a phone number with its plus sign, without the spaces, dots and hyphens that people put between.</summary>
    public static string? CleanPhone(string? phone) => Wording.Clean(phone)?
        .Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
