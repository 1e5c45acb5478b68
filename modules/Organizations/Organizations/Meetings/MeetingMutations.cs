using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Meetings;

[MutationType]
internal static class MeetingMutations
{
    /// <summary>
    /// Records meetings of cells and committees that were held (ghi nhận sinh hoạt chi bộ, họp cấp ủy; ORG-15), for instance those of a month in all cells of a commune: all of them, or none
    /// when something stands against one.
    /// </summary>
    [Requires(OrganizationsPermissions.RecordMeetings)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<NobodyWasToAttend>]
    [Error<MoreAttendedThanWereToAttend>]
    [Error<MeetingIsInTheFuture>]
    [Error<OrganizationDidNotExistThen>]
    [Error<KindDoesNotMeetSo>]
    [Error<RegularMeetingIsRecorded>]
    [Error<MeetingOfTheDayIsRecorded>]
    [Error<OnlyRegularMeetingsOfCellsAreHeldByGroups>]
    [Error<CellDoesNotMeetByGroups>]
    [Error<PartyGroupsMetOftenEnough>]
    [Error<MeetingWasRecordedMeanwhile>]
    public static Task<Result<List<Meeting>>> RecordMeetingsAsync(RecordMeetingsInput input, MeetingRecording recording, CancellationToken cancellationToken) =>
        recording.RunAsync(input, cancellationToken);

    /// <summary>Corrects what was recorded of a meeting (đính chính cuộc họp); the reason stands in its history.</summary>
    [Requires(OrganizationsPermissions.RecordMeetings)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<NobodyWasToAttend>]
    [Error<MoreAttendedThanWereToAttend>]
    [Error<MeetingIsInTheFuture>]
    [Error<OrganizationDidNotExistThen>]
    [Error<KindDoesNotMeetSo>]
    [Error<RegularMeetingIsRecorded>]
    [Error<MeetingOfTheDayIsRecorded>]
    [Error<OnlyRegularMeetingsOfCellsAreHeldByGroups>]
    [Error<CellDoesNotMeetByGroups>]
    [Error<PartyGroupsMetOftenEnough>]
    [Error<MeetingWasRecordedMeanwhile>]
    public static Task<Result<Meeting>> CorrectMeetingAsync(CorrectMeetingInput input, MeetingCorrection correction, CancellationToken cancellationToken) =>
        correction.CorrectAsync(input, cancellationToken);

    /// <summary>Removes a meeting that was recorded by mistake (xóa cuộc họp ghi nhầm); the history keeps what it said, and why it went.</summary>
    [Requires(OrganizationsPermissions.RecordMeetings)]
    [Error<OrganizationIsOutOfYourReach>]
    public static Task<Result<Organization>> RemoveMeetingAsync(RemoveMeetingInput input, MeetingCorrection correction, CancellationToken cancellationToken) =>
        correction.RemoveAsync(input, cancellationToken);
}
