using Modular.Kernel.Results;
using Modular.Organizations.Decisions;
using Modular.Organizations.Details;
using Modular.Organizations.Register;

namespace Modular.Organizations.Founding;

/// <summary>The texts of a founding, cleaned and bounded.</summary>
internal sealed record FoundingTexts(
    string Name, string? ShortName, Decision Decision, Decision? Consent, OrganizationDetails Details)
{
    public static Result<FoundingTexts> Read(FoundOrganizationInput input)
    {
        var name = InputText.Required(input.Name, "input.name", OrganizationTexts.NameLength);
        var shortName = InputText.Optional(input.ShortName, "input.shortName", OrganizationTexts.NameLength);
        var decision = input.Decision.Read("input.decision");
        var consent = input.Consent?.Read("input.consent");
        var contact = OrganizationTexts.Contact(input.Address, input.Phone, input.Email);
        List<Problem> problems =
            [.. name.Problems, .. shortName.Problems, .. decision.Problems, .. consent?.Problems ?? [], .. contact.Problems];
        if (problems.Count > 0)
            return problems;
        var details = contact.Value with
        {
            FieldType = input.FieldType,
            HostLegalStatus = input.HostLegalStatus,
            MayAdmit = input.MayAdmit,
            MayExpel = input.MayExpel,
        };
        return new FoundingTexts(name.Value, shortName.Value, decision.Value, consent?.Value, details);
    }
}
