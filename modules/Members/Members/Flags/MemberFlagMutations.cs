using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Flags;

[MutationType]
internal static class MemberFlagMutations
{
    /// <summary>
    /// Sets a flag on a member for a period: suspended, abroad, under screening and the like. Suspension of activities suspends committee work with
    /// it (MEM-57). Exemption and what transfers set are recorded by their procedures (<c>decideExemption</c>, <c>signTransfers</c>, <c>acceptTransfers</c>), and here only with <c>asCorrection</c>.
    /// </summary>
    [Requires(MembersPermissions.SetFlags)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<FactIsRecordedByItsProcedure>]
    [Error<CorrectingFactsTakesAnotherPermission>]
    [Error<CorrectingFactsTakesAReason>]
    [Error<FlagsAreSetOnMembersOnly>]
    [Error<FlagIsSetAlready>]
    [Error<FlagNeedsDecision>]
    [Error<PeriodEndsBeforeItBegins>]
    [Error<SuspensionLastsTooLong>]
    [Error<FirstSuspensionLastsTooLong>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Member>> SetMemberFlagAsync(SetMemberFlagInput input, MemberFlags flags, CancellationToken cancellationToken) =>
        flags.SetAsync(input, cancellationToken);

    /// <summary>Ends a flag of a member; what transfers set only with <c>asCorrection</c>.</summary>
    [Requires(MembersPermissions.SetFlags)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<FactIsRecordedByItsProcedure>]
    [Error<CorrectingFactsTakesAnotherPermission>]
    [Error<CorrectingFactsTakesAReason>]
    [Error<FlagIsNotSet>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Member>> ClearMemberFlagAsync(ClearMemberFlagInput input, MemberFlags flags, CancellationToken cancellationToken) =>
        flags.ClearAsync(input, cancellationToken);
}
