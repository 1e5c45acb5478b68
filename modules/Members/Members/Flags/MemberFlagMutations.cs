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
    /// Sets a flag on a member for a period: exempt, suspended, abroad and the like. Suspension of activities suspends committee work with
    /// it (MEM-57).
    /// </summary>
    [Requires(MembersPermissions.SetFlags)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
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

    /// <summary>Ends a flag of a member.</summary>
    [Requires(MembersPermissions.SetFlags)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<FlagIsNotSet>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Member>> ClearMemberFlagAsync(ClearMemberFlagInput input, MemberFlags flags, CancellationToken cancellationToken) =>
        flags.ClearAsync(input, cancellationToken);
}
