using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Meetings;

internal sealed class MeetingType : EntityType<Meeting, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.Name("ResidenceMeeting").Requires(ResidenceLiaisonPermissions.ReadMeetings).IsNode();
        meeting.Describe("A meeting of a residential cell with the working members who keep contact with it (họp chi bộ với đảng viên 213), RES-04.");
        meeting.Field(m => m.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        meeting.Field(m => m.Year, DataClass.Internal);
        meeting.Field(m => m.Period, DataClass.Internal);
        meeting.Field(m => m.State, DataClass.Internal);
        meeting.Field(m => m.PlannedOn, DataClass.Internal);
        meeting.Field(m => m.Place, DataClass.Internal);
        meeting.Field(m => m.Agenda, DataClass.Internal);
        meeting.Field(m => m.Papers, DataClass.Internal);
        meeting.Field(m => m.InvitedOn, DataClass.Internal);
        meeting.Field(m => m.HeldOn, DataClass.Internal);
        meeting.Field(m => m.Minutes, DataClass.Basic);
        meeting.Field(m => m.CancellationReason, DataClass.Internal);
        meeting.Field(m => m.Expected, DataClass.Internal);
        meeting.Field(m => m.Present, DataClass.Internal);
        meeting.Field(m => m.AbsentWithReason, DataClass.Internal);
        meeting.Field(m => m.AbsentWithoutReason, DataClass.Internal);
        meeting.Field(m => m.Represented, DataClass.Internal);
        meeting.Computed<int>(
            "absent", "How many did not come in person, for whatever reason (vắng).", DataClass.Internal,
            row => $"({row[m => m.AbsentWithReason]} + {row[m => m.AbsentWithoutReason]} + {row[m => m.Represented]})");
        meeting.Computed<decimal?>(
            "attendancePercent", "How many of a hundred came in person, to two places; null before the meeting.", DataClass.Internal,
            row => $"case when {row[m => m.HeldOn]} is not null and {row[m => m.Expected]} > 0 then round(100.0 * {row[m => m.Present]} / {row[m => m.Expected]}, 2) end");
        meeting.Field(m => m.QuorumPercent, DataClass.Internal);
        meeting.Computed<bool?>(
            "hasQuorum", "Whether enough came, where a quorum is asked for; null where none is, or before the meeting.", DataClass.Internal,
            row => $"case when {row[m => m.QuorumPercent]} > 0 then 100 * {row[m => m.Present]} >= {row[m => m.QuorumPercent]} * {row[m => m.Expected]} end");
        meeting.Reference("cell", "Organization", m => m.CellId, "The residential cell.", DataClass.Internal);
        meeting.Connection<Attendance>("attendances", a => a.MeetingId, "Who was summoned, and who came.");
        meeting.Connection<Opinion>("opinions", o => o.MeetingId, "What members said, and what was answered.");
        meeting
            .FilterByOrganization("cell", "Those of a cell, or of all cells of an organization.", m => m.CellId)
            .Filter(m => m.Year).Filter(m => m.Period).Filter(m => m.State).Filter(m => m.PlannedOn).Filter(m => m.HeldOn);
        meeting.Sortable("PLANNED", m => m.PlannedOn).SortedBy("PLANNED", descending: true);
    }
}

internal sealed class AttendanceType : EntityType<Attendance, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.Name("ResidenceAttendance").Requires(ResidenceLiaisonPermissions.ReadMeetings);
        attendance.Describe("That a member was summoned to a meeting at the residence, and whether they came in person (RES-11). The member's own cell sees it too.");
        attendance.Field(a => a.FullName, DataClass.Basic);
        attendance.Field(a => a.MetOn, DataClass.Basic);
        attendance.Field(a => a.Kind, DataClass.Basic);
        attendance.Field(a => a.Reason, DataClass.Basic);
        attendance.Field(a => a.RepresentedBy, DataClass.Basic);
        attendance.Statement<int>(
            "householdRepresented",
            "How many of the member's household sent somebody instead to the same meeting; 0 for whoever did not. More than one is a defect that the cell takes up (RES-11).", DataClass.Basic,
            count => count.Sql(sql =>
            {
                var own = sql.Table<Attendance>("own");
                var same = sql.Table<Attendance>("same");
                return $"""
                    select {own[a => a.Id]} as key, count(*)::int as value
                    from {own}
                    join {same} on {same[a => a.MeetingId]} = {own[a => a.MeetingId]} and {same[a => a.Household]} = {own[a => a.Household]}
                        and {same[a => a.Kind]} = {same.Value(a => a.Kind, AttendanceKind.Represented)}
                    where {own[a => a.Id]} = any ({sql.Keys}) and {own[a => a.Kind]} = {own.Value(a => a.Kind, AttendanceKind.Represented)}
                    group by {own[a => a.Id]}
                    """;
            }));
        attendance.Reference("meeting", "ResidenceMeeting", a => a.MeetingId, "The meeting, for whoever may see those of the residential cell.");
        attendance.Reference("introduction", "ResidenceIntroduction", a => a.IntroductionId, "The introduction by which the member belongs there.");
        attendance.Reference("member", "Member", a => a.MemberId, "The member, for whoever may see the record.");
        attendance.Reference("cell", "Organization", a => a.CellId, "The residential cell.", DataClass.Internal);
        attendance.Filter(a => a.Kind).Filter(a => a.MetOn);
        attendance.Sortable("NAME", a => a.FullName).Sortable("MET", a => a.MetOn).SortedBy("NAME");
    }
}

internal sealed class OpinionType : EntityType<Opinion, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.Name("ResidenceOpinion").Requires(ResidenceLiaisonPermissions.ReadMeetings).IsNode();
        opinion.Describe("What a working member said at a meeting at the residence (ý kiến đóng góp), what became of it and what was answered.");
        opinion.Field(o => o.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        opinion.Field(o => o.Content, DataClass.Basic);
        opinion.Field(o => o.RecordedOn, DataClass.Basic);
        opinion.Field(o => o.Answer, DataClass.Basic);
        opinion.Field(o => o.AnsweredOn, DataClass.Basic);
        opinion.Field(o => o.FollowUp, DataClass.Basic);
        opinion.Reference("meeting", "ResidenceMeeting", o => o.MeetingId, "The meeting.");
        opinion.Reference("introduction", "ResidenceIntroduction", o => o.IntroductionId, "The introduction by which the member belongs there.");
        opinion.Reference("member", "Member", o => o.MemberId, "The member, for whoever may see the record.");
        opinion.Filter(o => o.RecordedOn).Filter(o => o.AnsweredOn)
            .Filter<bool>("isAnswered", "Those that were answered, or those that were not.", (o, value) => $"({o[row => row.Answer]} is not null) = {value}");
        opinion.Sortable("RECORDED", o => o.RecordedOn).SortedBy("RECORDED", descending: true);
    }
}

internal sealed class MeetingQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Meeting>("residenceMeeting", "One meeting of a residential cell with its working members.");
        query.Connection<Meeting>("residenceMeetings", "The meetings of residential cells with their working members where the user may look.");
    }
}
