using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Founding;
using Modular.Organizations.Kinds;
using Modular.Organizations.Moving;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Reorganizing;

[MutationType]
internal static class DraftReorganization
{
    /// <summary>Writes a scheme of reorganization (lập đề án sắp xếp tổ chức): what is to happen to organizations by one decision from one day on.</summary>
    [Requires(OrganizationsPermissions.Reorganize)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<SchemeNeedsSteps>]
    [Error<StepLacks>]
    [Error<KeyIsUnknown>]
    [Error<KeyIsUsedTwice>]
    [Error<MemberIsOnTwoLists>]
    [Error<MembersAreUnknown>]
    public static Task<Result<Reorganization>> DraftReorganizationAsync(
        DraftReorganizationInput input, ReorganizationDrafting drafting, CancellationToken cancellationToken) =>
        drafting.DraftAsync(input, cancellationToken);
}

[MutationType]
internal static class ReviseReorganization
{
    /// <summary>Writes a scheme anew that is not decided yet (sửa đề án); an appraisal of what it was before counts no more.</summary>
    [Requires(OrganizationsPermissions.Reorganize)]
    [Error<ReorganizationIsClosed>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<SchemeNeedsSteps>]
    [Error<StepLacks>]
    [Error<KeyIsUnknown>]
    [Error<KeyIsUsedTwice>]
    [Error<MemberIsOnTwoLists>]
    [Error<MembersAreUnknown>]
    public static Task<Result<Reorganization>> ReviseReorganizationAsync(
        ReviseReorganizationInput input, ReorganizationDrafting drafting, CancellationToken cancellationToken) =>
        drafting.ReviseAsync(input, cancellationToken);
}

[MutationType]
internal static class AppraiseReorganization
{
    /// <summary>Records the appraisal of a scheme by the organization board (thẩm định đề án).</summary>
    [Requires(OrganizationsPermissions.Reorganize)]
    [Error<ReorganizationIsClosed>]
    [Error<DecisionIsInTheFuture>]
    public static Task<Result<Reorganization>> AppraiseReorganizationAsync(
        AppraiseReorganizationInput input, ReorganizationAppraisal appraisal, CancellationToken cancellationToken) =>
        appraisal.RunAsync(input, cancellationToken);
}

[MutationType]
internal static class DecideReorganization
{
    /// <summary>
    /// Records the decision on a scheme (quyết định sắp xếp tổ chức). Where its day has come, all steps are carried out at once and as a whole; for a later day they are tried
    /// out, and carried out at the beginning of that day. Every problem names the step that meets it: <c>steps[0].parentId</c>.
    /// </summary>
    [Requires(OrganizationsPermissions.Reorganize)]
    [Error<ReorganizationIsClosed>]
    [Error<SchemeWasNotAppraised>]
    [Error<DecisionIsInTheFuture>]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<EffectiveDateIsBeforeEarlierChange>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    [Error<OrganizationIsOlderThanItsParent>]
    [Error<KindIsNotInForce>]
    [Error<KindIsNotAllowedBelowParent>]
    [Error<KindIsTheSame>]
    [Error<KindDoesNotFitSize>]
    [Error<SubkindIsNotInForce>]
    [Error<ConsentOfSuperiorIsMissing>]
    [Error<ParentLacksSuperiorPowers>]
    [Error<HostUnitLacksLegalPersonality>]
    [Error<CodeHasWrongForm>]
    [Error<CodeWasGivenBefore>]
    [Error<CodeDoesNotBeginWithCodeOfSuperior>]
    [Error<NameIsTakenBelowTheSameParent>]
    [Error<NameIsTheSame>]
    [Error<ProvinceAlreadyHasItsRoot>]
    [Error<AdministrativeUnitIsNotInForce>]
    [Error<OrganizationCannotMoveBelowItself>]
    [Error<OrganizationIsAlreadyThere>]
    [Error<RootCannotBeMoved>]
    [Error<OrganizationsDoNotMerge>]
    [Error<SplitHasWrongNumberOfParts>]
    [Error<ListNamesOthers>]
    [Error<MembersAreInCellsOnly>]
    [Error<CellWouldHaveTooFewMembers>]
    [Error<OrganizationsBelowAreStillThere>]
    [Error<OrganizationIsNotEmpty>]
    public static Task<Result<Reorganization>> DecideReorganizationAsync(
        DecideReorganizationInput input, ReorganizationDeciding deciding, CancellationToken cancellationToken) =>
        deciding.RunAsync(input, cancellationToken);
}

[MutationType]
internal static class WithdrawReorganization
{
    /// <summary>Gives a scheme or a decided reorganization up before it takes effect (rút đề án, thu hồi quyết định).</summary>
    [Requires(OrganizationsPermissions.Reorganize)]
    [Error<ReorganizationCannotBeWithdrawn>]
    public static Task<Result<Reorganization>> WithdrawReorganizationAsync(
        WithdrawReorganizationInput input, ReorganizationWithdrawal withdrawal, CancellationToken cancellationToken) =>
        withdrawal.RunAsync(input, cancellationToken);
}
