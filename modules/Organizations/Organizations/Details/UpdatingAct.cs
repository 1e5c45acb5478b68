using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Details;

/// <summary>Changes what needs no decision.</summary>
internal sealed class UpdatingAct(IWrite<OrganizationsDbContext> write, ActChecks checks, AdministrativeUnitRegister units)
{
    public Task<Result<Organization>> RunAsync(UpdateOrganizationInput input, CancellationToken cancellationToken) =>
        write.Because(input.Reason).RunAsync((db, cancellation) => UpdateAsync(db, input, cancellation), cancellationToken);

    private async Task<Result<Organization>> UpdateAsync(
        OrganizationsDbContext db, UpdateOrganizationInput input, CancellationToken cancellationToken)
    {
        var found = await checks.ActiveAsync(db, input.Id, OrganizationsPermissions.Edit, "input.id", cancellationToken);
        if (!found.Succeeded)
            return found;
        var organization = found.Value;
        db.Expect(organization, input.ExpectedVersion);
        var shortName = InputText.Optional(input.ShortName.Or(organization.ShortName), "input.shortName", OrganizationTexts.NameLength);
        var contact = OrganizationTexts.Contact(
            input.Address.Or(organization.Address), input.Phone.Or(organization.Phone), input.Email.Or(organization.Email));
        var unit = await UnitAsync(input, organization, cancellationToken);
        List<Problem> problems = [.. shortName.Problems, .. contact.Problems, .. unit.Problems];
        if (problems.Count > 0)
            return problems;

        var known = OrganizationDetails.Of(organization);
        organization.Describe(contact.Value with
        {
            FieldType = input.FieldType.Or(known.FieldType),
            HostLegalStatus = input.HostLegalStatus.Or(known.HostLegalStatus),
            MayAdmit = input.MayAdmit.Or(known.MayAdmit),
            MayExpel = input.MayExpel.Or(known.MayExpel),
            AdministrativeUnitId = unit.Value,
        });
        if (shortName.Value != organization.ShortName)
            await ShortenAsync(db, organization, shortName.Value, cancellationToken);
        return organization;
    }

    private static async Task ShortenAsync(
        OrganizationsDbContext db, Organization organization, string? shortName, CancellationToken cancellationToken)
    {
        organization.Rename(organization.Name, shortName);
        var present = await db.Names.SingleAsync(
            row => row.OrganizationId == organization.Id && row.Valid.UpperBoundInfinite, cancellationToken);
        present.Shorten(shortName);
    }

    private async Task<Result<int?>> UnitAsync(
        UpdateOrganizationInput input, Organization organization, CancellationToken cancellationToken)
    {
        if (!input.AdministrativeUnitCode.TryGet(out var code))
            return organization.AdministrativeUnitId;
        if (string.IsNullOrWhiteSpace(code))
            return (int?)null;
        return await units.FindByCodeAsync(code, checks.Today, cancellationToken) is { } unit
            ? unit.Id
            : new AdministrativeUnitIsNotInForce(code, checks.Today) { Field = "input.administrativeUnitCode" };
    }
}
