using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Meetings;

[MutationType]
internal static class MeetingMutations
{
    /// <summary>Plans a meeting of a residential cell with its working members (RES-04).</summary>
    [Requires(ResidenceLiaisonPermissions.HoldMeetings)]
    [Error<OnlyCellsMeetLiaisonMembers>]
    [Error<DayIsOutsideTheHalfYear>]
    [Error<CellMeetsOnceInAHalfYear>]
    public static Task<Result<Meeting>> PlanResidenceMeetingAsync(
        PlanResidenceMeetingInput input, MeetingPlanning planning, CancellationToken cancellationToken) => planning.RunAsync(input, cancellationToken);

    /// <summary>Summons all working members who keep contact with the cell and take part in meetings; those who are introduced but exempt are not summoned.</summary>
    [Requires(ResidenceLiaisonPermissions.HoldMeetings)]
    [Error<MeetingIsOutOfYourReach>]
    [Error<MeetingStepDoesNotFollow>]
    [Error<NobodyIsToBeSummoned>]
    public static Task<Result<Meeting>> InviteToResidenceMeetingAsync(
        InviteToResidenceMeetingInput input, MeetingSteps steps, CancellationToken cancellationToken) => steps.InviteAsync(input, cancellationToken);

    /// <summary>
    /// Records a meeting with all who were summoned: those who are not named were there in person. Whoever sent somebody of the family is absent (RES-11). Called again, it corrects what was recorded.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.HoldMeetings)]
    [Error<MeetingIsOutOfYourReach>]
    [Error<MeetingStepDoesNotFollow>]
    [Error<MemberWasNotSummoned>]
    [Error<AttendanceSaysWhatItNeeds>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<Meeting>> RecordResidenceMeetingAsync(
        RecordResidenceMeetingInput input, MeetingRecording recording, CancellationToken cancellationToken) => recording.RunAsync(input, cancellationToken);

    /// <summary>Records that a meeting is not held.</summary>
    [Requires(ResidenceLiaisonPermissions.HoldMeetings)]
    [Error<MeetingIsOutOfYourReach>]
    [Error<MeetingStepDoesNotFollow>]
    public static Task<Result<Meeting>> CancelResidenceMeetingAsync(
        CancelResidenceMeetingInput input, MeetingSteps steps, CancellationToken cancellationToken) => steps.CancelAsync(input, cancellationToken);

    /// <summary>Records what members said at a meeting that was held; each opinion is to be answered.</summary>
    [Requires(ResidenceLiaisonPermissions.HoldMeetings)]
    [Error<MeetingIsOutOfYourReach>]
    [Error<MeetingStepDoesNotFollow>]
    [Error<MemberWasNotSummoned>]
    public static Task<Result<Meeting>> RecordResidenceOpinionsAsync(
        RecordResidenceOpinionsInput input, OpinionRecording recording, CancellationToken cancellationToken) => recording.RunAsync(input, cancellationToken);

    /// <summary>Answers an opinion, and says what is done about it.</summary>
    [Requires(ResidenceLiaisonPermissions.HoldMeetings)]
    [Error<MeetingIsOutOfYourReach>]
    public static Task<Result<Opinion>> AnswerResidenceOpinionAsync(
        AnswerResidenceOpinionInput input, OpinionRecording recording, CancellationToken cancellationToken) => recording.AnswerAsync(input, cancellationToken);
}
