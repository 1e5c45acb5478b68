using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.Graph;

/// <summary>To which meetings of a year a working member came.</summary>
/// <param name="Summoned">To how many meetings that were held the member was summoned.</param>
/// <param name="Present">To how many the member came in person.</param>
/// <param name="AbsentWithReason">From how many the member was absent with a reason.</param>
/// <param name="AbsentWithoutReason">From how many the member was absent without a reason.</param>
/// <param name="Represented">To how many somebody of the family came instead (RES-11).</param>
[GraphQLName("ResidenceAttendanceYear")]
[Classified(DataClass.Basic)]
internal sealed record AttendanceYear(int Summoned, int Present, int AbsentWithReason, int AbsentWithoutReason, int Represented);

/// <summary>What a list of liaison members shows beside each: attendance and the last comment, whatever the number of rows by one statement each.</summary>
internal sealed class IntroductionYear() : EntityTypeExtension("ResidenceIntroduction")
{
    protected override void Define(EntityExtensionBuilder introduction)
    {
        introduction.Statement<AttendanceYear>("attendance", "To which meetings of a year the member came; null where they were summoned to none.", DataClass.Basic, attendance =>
        {
            var year = attendance.Argument<int>("year", "The year.");
            attendance.Sql(sql =>
            {
                var row = sql.Table<Attendance>("attendance");
                return $"""
                    select {row[a => a.IntroductionId]} as key, count(*)::int as summoned,
                        (count(*) filter (where {row[a => a.Kind]} = {row.Value(a => a.Kind, AttendanceKind.Present)}))::int as present,
                        (count(*) filter (where {row[a => a.Kind]} = {row.Value(a => a.Kind, AttendanceKind.AbsentWithReason)}))::int as absent_with_reason,
                        (count(*) filter (where {row[a => a.Kind]} = {row.Value(a => a.Kind, AttendanceKind.AbsentWithoutReason)}))::int as absent_without_reason,
                        (count(*) filter (where {row[a => a.Kind]} = {row.Value(a => a.Kind, AttendanceKind.Represented)}))::int as represented
                    from {row}
                    where {row[a => a.IntroductionId]} = any ({sql.Keys}) and {row[a => a.Kind]} <> {row.Value(a => a.Kind, AttendanceKind.Summoned)}
                        and {row[a => a.MetOn]} >= make_date({year}, 1, 1) and {row[a => a.MetOn]} < make_date({year} + 1, 1, 1)
                    group by {row[a => a.IntroductionId]}
                    """;
            });
        }).Requires(ResidenceLiaisonPermissions.ReadMeetings);
        introduction.Single<Comment>("lastComment", c => c.IntroductionId, "The last comment of the residence that the user may see.");
    }
}
