using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.LiaisonBook;

/// <summary>A year in the liaison book of a member (sổ liên hệ), RES-16.</summary>
/// <param name="Year">The year.</param>
/// <param name="Letters">How many letters of introduction were issued.</param>
/// <param name="Summoned">To how many meetings at the residence the member was summoned that were held.</param>
/// <param name="Present">To how many the member came in person.</param>
/// <param name="AbsentWithReason">From how many the member was absent with a reason.</param>
/// <param name="AbsentWithoutReason">From how many the member was absent without a reason.</param>
/// <param name="Represented">To how many somebody of the family came instead (RES-11).</param>
/// <param name="Opinions">How many opinions the member gave.</param>
/// <param name="Answered">How many of them were answered.</param>
[GraphQLName("LiaisonBookYear")]
[Classified(DataClass.Basic)]
internal sealed record BookYear(
    int Year, int Letters, int Summoned, int Present, int AbsentWithReason, int AbsentWithoutReason, int Represented, int Opinions, int Answered);

/// <summary>The liaison book in the graph.</summary>
internal sealed class MemberBook() : EntityTypeExtension("MemberResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder residence) => residence.StatementList<BookYear>(
        "book", "The liaison book (sổ liên hệ, RES-16), year by year, of a term of at most 10 years; what the member sees of it is their own.", DataClass.Basic, book =>
        {
            var from = book.Argument<int>("fromYear", "The first year of the term.");
            var to = book.Argument<int>("toYear", "Its last year.");
            book.Sql(sql =>
            {
                var letter = sql.Table<Introduction>("letter");
                var attendance = sql.Table<Attendance>("attendance");
                var opinion = sql.Table<Opinion>("opinion");
                return $"""
                    select asked.key, asked.year, letters.issued as letters, met.summoned, met.present, met.absent_with_reason, met.absent_without_reason, met.represented,
                        said.opinions, said.answered
                    from (select parent.key, listed.year from unnest({sql.Keys}) as parent(key) cross join generate_series({from}, least({to}, {from} + 9)) as listed(year)) as asked
                    cross join lateral (
                        select count(*)::int as issued from {letter} where {letter[i => i.MemberId]} = asked.key and {letter[i => i.LetterYear]} = asked.year
                    ) as letters
                    cross join lateral (
                        select (count(*) filter (where {attendance[a => a.Kind]} <> {attendance.Value(a => a.Kind, AttendanceKind.Summoned)}))::int as summoned,
                            (count(*) filter (where {attendance[a => a.Kind]} = {attendance.Value(a => a.Kind, AttendanceKind.Present)}))::int as present,
                            (count(*) filter (where {attendance[a => a.Kind]} = {attendance.Value(a => a.Kind, AttendanceKind.AbsentWithReason)}))::int as absent_with_reason,
                            (count(*) filter (where {attendance[a => a.Kind]} = {attendance.Value(a => a.Kind, AttendanceKind.AbsentWithoutReason)}))::int as absent_without_reason,
                            (count(*) filter (where {attendance[a => a.Kind]} = {attendance.Value(a => a.Kind, AttendanceKind.Represented)}))::int as represented
                        from {attendance}
                        where {attendance[a => a.MemberId]} = asked.key
                            and {attendance[a => a.MetOn]} >= make_date(asked.year, 1, 1) and {attendance[a => a.MetOn]} < make_date(asked.year + 1, 1, 1)
                    ) as met
                    cross join lateral (
                        select count(*)::int as opinions, count({opinion[o => o.AnsweredOn]})::int as answered
                        from {opinion}
                        where {opinion[o => o.MemberId]} = asked.key
                            and {opinion[o => o.RecordedOn]} >= make_date(asked.year, 1, 1) and {opinion[o => o.RecordedOn]} < make_date(asked.year + 1, 1, 1)
                    ) as said
                    order by asked.key, asked.year
                    """;
            });
        }).Requires(ResidenceLiaisonPermissions.Read);
}
