using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Discipline;

[MutationType]
internal static class DisciplineStepMutations
{
    /// <summary>Records the written decision on a measure that took effect with the vote (quyết định kỷ luật bằng văn bản), MEM-52.</summary>
    [Requires(MembersPermissions.RecordDiscipline)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<DecisionIsWrittenAlready>]
    [Error<DecisionIsBeforeTheVote>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<DisciplinaryMeasure>> WriteDisciplinaryDecisionAsync(
        WriteDisciplinaryDecisionInput input, DisciplineSteps steps, CancellationToken cancellationToken) => steps.WriteAsync(input, cancellationToken);

    /// <summary>Records that a complaint against a measure was received (tiếp nhận khiếu nại kỷ luật), within 30 days of the written decision (REM-10).</summary>
    [Requires(MembersPermissions.RecordDiscipline)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<ComplaintIsBeforeTheWrittenDecision>]
    [Error<ComplaintIsLate>]
    [Error<ComplaintStandsElsewhere>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<DisciplinaryMeasure>> ReceiveDisciplineComplaintAsync(
        ReceiveDisciplineComplaintInput input, DisciplineSteps steps, CancellationToken cancellationToken) => steps.ReceiveAsync(input, cancellationToken);

    /// <summary>
    /// Records what a complaint came to (giải quyết khiếu nại kỷ luật). Where it is upheld the measure is lifted, and whoever was expelled gets back the status of before, with
    /// Party age continuous (members §2.3).
    /// </summary>
    [Requires(MembersPermissions.SettleComplaints)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<ComplaintStandsElsewhere>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<StatusMayNotFollow>]
    [Error<RestorationGivesBackThePreviousStatus>]
    [Error<MembersBelongToCellsOnly>]
    [Error<CellIsNotActive>]
    [Error<CellDidNotExistOn>]
    [Error<CellIsOutOfYourReach>]
    public static Task<Result<DisciplinaryMeasure>> SettleDisciplineComplaintAsync(
        SettleDisciplineComplaintInput input, DisciplineSteps steps, CancellationToken cancellationToken) => steps.SettleAsync(input, cancellationToken);
}
