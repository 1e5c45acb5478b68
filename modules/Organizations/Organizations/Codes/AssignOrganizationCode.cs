using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;

namespace Modular.Organizations.Codes;

/// <summary>A code for an organization.</summary>
internal sealed record AssignOrganizationCodeInput
{
    /// <summary>The organization.</summary>
    [ID("Organization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The scheme; a code that the organization has in it ends.</summary>
    public required CodeScheme Scheme { get; init; }

    /// <summary>The code (mã tổ chức đảng); it was never given before.</summary>
    public required string Code { get; init; }

    /// <summary>The first day of the code, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }
}

[MutationType]
internal static class AssignOrganizationCode
{
    /// <summary>Gives an organization a code (cấp mã tổ chức đảng). The code that it had in the scheme ends and is never given again.</summary>
    [Requires(OrganizationsPermissions.Edit)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<CodeHasWrongForm>]
    [Error<CodeWasGivenBefore>]
    [Error<CodeDoesNotBeginWithCodeOfSuperior>]
    public static Task<Result<Organization>> AssignOrganizationCodeAsync(
        AssignOrganizationCodeInput input, CodingAct coding, CancellationToken cancellationToken) =>
        coding.RunAsync(input, cancellationToken);
}

/// <summary>Gives an organization a code.</summary>
internal sealed class CodingAct(
    IWrite<OrganizationsDbContext> write, ActChecks checks, KindCatalogSource kinds, IOrganizationTree tree)
{
    public Task<Result<Organization>> RunAsync(AssignOrganizationCodeInput input, CancellationToken cancellationToken) => write
        .When("code_is_never_given_again", () => new CodeWasGivenBefore(input.Code) { Field = "input.code" })
        .RunAsync((db, cancellation) => GiveAsync(db, input, cancellation), cancellationToken);

    private async Task<Result<Organization>> GiveAsync(
        OrganizationsDbContext db, AssignOrganizationCodeInput input, CancellationToken cancellationToken)
    {
        var found = await checks.ActiveAsync(db, input.Id, OrganizationsPermissions.Edit, "input.id", cancellationToken);
        if (!found.Succeeded)
            return found;
        var organization = found.Value;
        db.Expect(organization, input.ExpectedVersion);
        var present = await db.Codes.SingleOrDefaultAsync(
            row => row.OrganizationId == organization.Id && row.Scheme == input.Scheme && row.Valid.UpperBoundInfinite, cancellationToken);
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, null)];
        var notBefore = present?.Valid.LowerBound.AddDays(1) ?? organization.FoundedOn;
        if (input.EffectiveOn < notBefore)
            problems.Add(new EffectiveDateIsBeforeEarlierChange(input.EffectiveOn, notBefore) { Field = "input.effectiveOn" });
        if (problems.Count > 0)
            return problems;

        var kind = (await kinds.GetAsync(cancellationToken)).Find(organization.Kind)!;
        var superior = organization.ParentId is { } parent ? await tree.FindAsync(parent, input.EffectiveOn, cancellationToken) : null;
        var code = await CodeRules.CheckAsync(
            db, input.Code, input.Scheme, kind, superior, input.EffectiveOn, "input.code", cancellationToken);
        if (!code.Succeeded)
            return code.Problems.ToList();

        present?.End(input.EffectiveOn);
        db.Codes.Add(OrganizationCode.Give(organization.Id, input.Scheme, code.Value, input.EffectiveOn));
        if (input.Scheme == CodeScheme.Regulation208 || !await HasGroupedCodeAsync(db, organization.Id, cancellationToken))
            organization.ShowCode(code.Value);
        return organization;
    }

    private static Task<bool> HasGroupedCodeAsync(OrganizationsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Codes.AnyAsync(
            row => row.OrganizationId == id && row.Scheme == CodeScheme.Regulation208 && row.Valid.UpperBoundInfinite, cancellationToken);
}
