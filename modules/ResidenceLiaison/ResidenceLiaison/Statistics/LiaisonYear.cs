using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>Residence liaison of the members of an organization, and of its cells as residences, in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Introduced">How many members were introduced: as reported or closed, else those whose letter was out on some day of the year.</param>
/// <param name="Commended">How many the residence commended: as reported or closed, else by the comments of the year.</param>
/// <param name="Warned">How many the residence reminded or criticised, in the same way.</param>
/// <param name="ReportedBy">How many reports the three are made of; 0 where they are told by the register.</param>
/// <param name="LettersIssued">How many letters were issued in the year.</param>
/// <param name="LettersReceived">How many of these a commune committee has received.</param>
/// <param name="Meetings">How many meetings the cells held as residences.</param>
/// <param name="SilentMeetings">In how many of them nobody said anything that was recorded.</param>
/// <param name="Expected">How many attendances there should have been at them.</param>
/// <param name="Present">How many members came in person.</param>
/// <param name="AttendancePercent">How many of a hundred came in person, to two places; null where no meeting was held.</param>
/// <param name="Opinions">How many opinions were given at them.</param>
/// <param name="CommentsDue">How many yearly comments about the members were asked for.</param>
/// <param name="CommentsInTime">How many of them were sent by the last day.</param>
/// <param name="CommentsLate">How many were sent after it.</param>
/// <param name="Notices">How many notices came to the organization, at either end.</param>
/// <param name="NoticesUnacknowledged">How many of these nobody has acknowledged.</param>
[GraphQLName("ResidenceLiaisonYear")]
[Classified(DataClass.Internal)]
internal sealed record LiaisonYear(
    int Year,
    int Introduced,
    int Commended,
    int Warned,
    int ReportedBy,
    int LettersIssued,
    int LettersReceived,
    int Meetings,
    int SilentMeetings,
    int Expected,
    int Present,
    decimal? AttendancePercent,
    int Opinions,
    int CommentsDue,
    int CommentsInTime,
    int CommentsLate,
    int Notices,
    int NoticesUnacknowledged);

/// <summary>How far the members of an organization were introduced on a day, and what its cells had as residences.</summary>
/// <param name="Day">The day.</param>
/// <param name="Total">Those who were to be introduced: the 100 % (RES-01).</param>
/// <param name="Introduced">Those whose letter was out.</param>
/// <param name="Missing">Those who had no letter yet.</param>
/// <param name="Overdue">Those of them whose letter was to be issued by then.</param>
/// <param name="Received">Those whose letter a commune committee had received.</param>
/// <param name="Assigned">Those who were assigned to a residential cell.</param>
/// <param name="Active">Those whom the residential cell had informed.</param>
/// <param name="IntroducedButExempt">Of the 100 %, those who were exempt from meetings and yearly comments.</param>
/// <param name="ExemptFromIntroduction">Those who were exempt from introduction.</param>
/// <param name="NotApplicable">Those whose own cell was the residential one.</param>
/// <param name="LiaisonMembers">The members of other cells who kept contact with the organization's cells.</param>
/// <param name="LettersWaiting">The letters to the organization's committees that were not received.</param>
[GraphQLName("ResidenceLiaisonDay")]
[Classified(DataClass.Internal)]
internal sealed record LiaisonDay(
    DateOnly Day,
    int Total,
    int Introduced,
    int Missing,
    int Overdue,
    int Received,
    int Assigned,
    int Active,
    int IntroducedButExempt,
    int ExemptFromIntroduction,
    int NotApplicable,
    int LiaisonMembers,
    int LettersWaiting);
