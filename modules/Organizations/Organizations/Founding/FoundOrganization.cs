using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Founding;

[MutationType]
internal static class FoundOrganization
{
    /// <summary>Founds an organization (thành lập tổ chức đảng) by decision of a superior committee.</summary>
    [Requires(OrganizationsPermissions.Found)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<OrganizationIsOlderThanItsParent>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<KindIsNotInForce>]
    [Error<KindIsNotAllowedBelowParent>]
    [Error<SubkindIsNotInForce>]
    [Error<ConsentOfSuperiorIsMissing>]
    [Error<ParentLacksSuperiorPowers>]
    [Error<HostUnitLacksLegalPersonality>]
    [Error<ProvinceAlreadyHasItsRoot>]
    [Error<CodeHasWrongForm>]
    [Error<CodeWasGivenBefore>]
    [Error<CodeDoesNotBeginWithCodeOfSuperior>]
    [Error<NameIsTakenBelowTheSameParent>]
    [Error<AdministrativeUnitIsNotInForce>]
    public static Task<Result<Organization>> FoundOrganizationAsync(
        FoundOrganizationInput input, FoundingAct founding, CancellationToken cancellationToken) =>
        founding.RunAsync(input, cancellationToken);
}
