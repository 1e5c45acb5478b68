using Modular.Kernel.Results;
using Modular.Organizations.Register;

namespace Modular.Organizations.Details;

/// <summary>Texts about an organization, cleaned and bounded.</summary>
internal static class OrganizationTexts
{
    /// <summary>How long a name may be.</summary>
    public const int NameLength = 300;

    private const int AddressLength = 500;
    private const int PhoneLength = 40;
    private const int EmailLength = 254;

    /// <summary>Where the organization's office is reached.</summary>
    public static Result<OrganizationDetails> Contact(string? address, string? phone, string? email)
    {
        var at = InputText.Optional(address, "input.address", AddressLength);
        var by = InputText.Optional(phone, "input.phone", PhoneLength);
        var mail = InputText.Optional(email, "input.email", EmailLength);
        List<Problem> problems = [.. at.Problems, .. by.Problems, .. mail.Problems];
        if (by.Succeeded && by.Value is { } number && !number.All(IsOfPhoneNumber))
            problems.Add(Invalid("input.phone", "Số điện thoại chỉ gồm chữ số, dấu +, dấu cách, chấm, gạch ngang và ngoặc.", "A telephone number has digits, +, spaces, dots, hyphens and brackets only."));
        if (mail.Succeeded && mail.Value is { } box && !LooksLikeMailbox(box))
            problems.Add(Invalid("input.email", "Địa chỉ thư điện tử không đúng dạng ten@mien.", "The e-mail address does not have the form name@domain."));
        return problems.Count > 0 ? problems : new OrganizationDetails { Address = at.Value, Phone = by.Value, Email = mail.Value };
    }

    private static bool IsOfPhoneNumber(char character) => char.IsAsciiDigit(character) || "+ .-()".Contains(character);

    private static bool LooksLikeMailbox(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && !text.Contains(' ');
    }

    private static InvalidInput Invalid(string field, string vietnamese, string english) =>
        new(new LocalizedText(vietnamese, english)) { Field = field };
}
