using Modular.Kernel.Results;
using Modular.Members.Memberships;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>The rules of a request that need nothing but its input, the policy and the calendar.</summary>
internal sealed class TransferRequestRules(RequestTransfersInput input, TransferPolicy policy, DateOnly on, DateOnly startBy, DateOnly today)
{
    /// <summary>Whether an organization may be named as destination: a cell that takes members in, or a committee below the province.</summary>
    public static bool MayBeNamed(OrganizationSummary organization, DateOnly today) => OrganizationKinds.HoldsMembers(organization.Kind)
        ? organization.TakesMembersOn(today)
        : organization.ExistedOn(today) && organization.Kind is OrganizationKinds.DirectSuperior or OrganizationKinds.GrassrootsCommittee
            or OrganizationKinds.SectionalCommittee or OrganizationKinds.AffiliatedCommittee;

    /// <summary>Every rule that the request breaks.</summary>
    public IEnumerable<Problem> Check() => [.. CheckDates(), .. CheckPapers(), .. CheckDestination(), .. CheckStay(), .. CheckTexts()];

    private IEnumerable<Problem> CheckDates()
    {
        if (on > today)
            yield return new DateLiesInTheFuture(on, today) { Field = "input.on" };
        if (on > startBy && Wording.Clean(input.LateReason) is null)
            yield return new TransferStartsLate(policy.StartingWorkingDays, startBy) { Field = "input.lateReason" };
    }

    private IEnumerable<Problem> CheckPapers()
    {
        if (input.Decision is null && input.Kind is TransferKind.Official or TransferKind.Abroad)
            yield return new TransferNeedsDecision { Field = "input.decision" };
        if (input.Kind != TransferKind.Internal && !(input.SelfReviewYear >= on.Year - 1 && input.SelfReviewYear <= on.Year))
            yield return new SelfReviewOfTheLastYearIsMissing(on.Year - 1) { Field = "input.selfReviewYear" };
        if (Wording.Clean(input.PortalReference) is not null && input.Members.Count > 1)
            yield return new PortalDossierIsOfOneMember { Field = "input.portalReference" };
        foreach (var problem in input.Decision?.Check(today, "input.decision") ?? [])
            yield return problem;
    }

    private IEnumerable<Problem> CheckDestination()
    {
        if (input.DestinationId is null == (Wording.Clean(input.DestinationName) ?? input.DestinationProvince) is null)
            yield return new DestinationIsGivenOnce { Field = "input.destinationId" };
        else if (input.DestinationId is null && input.Kind == TransferKind.Internal)
            yield return new InternalTransferStaysInTheGrassrootsOrganization(Wording.Clean(input.DestinationName)!) { Field = "input.destinationName" };
    }

    private IEnumerable<Problem> CheckStay()
    {
        if (input.Kind != TransferKind.Temporary && input.TemporaryUntil is null)
            yield break;
        var isStudy = input.Cause == TransferCause.Study;
        var most = isStudy ? policy.StudyMaximumMonths : policy.TemporaryMaximumMonths;
        if (input.Kind != TransferKind.Temporary || !Fits(input.ChangedOn, input.TemporaryUntil, policy.TemporaryMinimumMonths, most, isStudy))
            yield return new TemporaryStayDoesNotFit(policy.TemporaryMinimumMonths, most, isStudy) { Field = "input.temporaryUntil" };
    }

    /// <summary>Whether a stay has the length of a temporary transfer: 3 months to below 12, for study up to 24 (MEM-28).</summary>
    public static bool Fits(DateOnly from, DateOnly? until, int least, int most, bool isStudy)
    {
        var end = until?.AddDays(1);
        return end >= from.AddMonths(least) && (isStudy ? end <= from.AddMonths(most) : end < from.AddMonths(most));
    }

    private IEnumerable<Problem> CheckTexts() =>
    [
        .. Wording.CheckLength(input.DestinationName, 300, "input.destinationName"),
        .. Wording.CheckLength(input.DestinationCode, 30, "input.destinationCode"),
        .. Wording.CheckLength(input.PortalReference, 100, "input.portalReference"),
        .. Wording.CheckLength(input.LateReason, 1000, "input.lateReason"),
    ];
}
