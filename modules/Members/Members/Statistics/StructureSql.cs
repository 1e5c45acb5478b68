using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Modular.Members.Data;

namespace Modular.Members.Statistics;

/// <summary>An organization that asks, and one at or below it.</summary>
internal sealed record StructurePlace(Guid Key, Guid OrganizationId);

/// <summary>
/// Members of whom these columns are the same. <see cref="Part"/> says which columns tell something: a row counts people by a few of them, and each part counts everybody once.
/// </summary>
internal sealed record StructureRow(
    Guid Key, string Part, string? Status, string? Sex, int? Age, int? Admission, int? Seniority, string? EthnicGroup, string? Religion,
    string? GeneralEducation, string? ProfessionalLevel, string? PoliticalTheory, string? Occupation, int Count, long Days);

/// <summary>How many members have a mark that few have.</summary>
internal sealed record StructureMark(Guid Key, string Mark, string Value, int Count);

/// <summary>
/// The statements of the structure. They tell figures, bounded by the organizations that the user reaches, and no value of a person. The organizations go in as lists, so that the
/// planner knows how many they are: by a range of the tree it takes a province for a cell, and looks up each member by itself.
/// </summary>
internal static class StructureSql
{
    private const string Places =
        """
        select top.organization_id as "Key", below.organization_id as "OrganizationId"
        from kernel.organization_tree as top
        join kernel.organization_tree as below
            on below.province_id = top.province_id and below.valid @> {2}
            and below.path >= top.path and below.path < top.path_end
        where top.province_id = {0} and top.organization_id = any ({1}) and top.valid @> {2}
        """;

    private const string Person =
        """
        member.id as member_id, member.sex, member.birth_date, member.joined_on, member.party_age_from, member.ethnic_group, member.religion,
            member.general_education, member.professional_level, member.political_theory, member.occupation
        """;

    // Mostly one organization asks: then no place is joined to members, and they are read once.
    private const string AtOne =
        $$"""
            select ({1}::uuid[])[1] as key, member.status, {{Person}}
            from members.member as member
            where member.province_id = {0} and member.organization_id = any ({2}) and member.status in ('OFFICIAL', 'PROBATIONARY')
        """;

    private const string AtEach =
        $$"""
            select place.key, member.status, {{Person}}
            from unnest({1}, {2}) as place (key, organization_id)
            join members.member as member
                on member.province_id = {0} and member.organization_id = place.organization_id and member.status in ('OFFICIAL', 'PROBATIONARY')
        """;

    // Whose status or cell has changed since a day. Of everybody else the row of the member tells the day as well as today.
    private const string Changed =
        """
        with changed as materialized (
            select moved.member_id from members.cell_assignment as moved
            where moved.province_id = {0} and moved.kind = 'OFFICIAL' and moved.first_day > {4}
            union
            select stepped.member_id from members.membership_status as stepped where stepped.province_id = {0} and stepped.first_day > {4}
        ),
        """;

    private const string Unchanged = " and member.id not in (select changed.member_id from changed)";

    // Of a period that holds a day PostgreSQL takes one in two hundred to be right, and looks up each member by itself; of first days it knows how many there are.
    private const string ByHistory =
        $$"""

            union all
            select place.key, standing.status, {{Person}}
            from changed
            join members.cell_assignment as assignment
                on assignment.province_id = {0} and assignment.member_id = changed.member_id and assignment.kind = 'OFFICIAL'
                and assignment.first_day <= {4} and coalesce(upper(assignment.valid) > {4}, true)
            join unnest({1}, {2}) as place (key, organization_id) on place.organization_id = assignment.organization_id
            join members.membership_status as standing
                on standing.province_id = {0} and standing.member_id = changed.member_id and standing.status in ('OFFICIAL', 'PROBATIONARY')
                and standing.first_day <= {4} and coalesce(upper(standing.valid) > {4}, true)
            join members.member as member on member.province_id = {0} and member.id = changed.member_id
        """;

    // Line B1 of form 1-TCTW: who was no member the day before, by the tree of the day.
    private const string Admitted =
        $$"""
            select top.organization_id as key, admitted.status, {{Person}}
            from members.membership_status as admitted
            join members.cell_assignment as assignment
                on assignment.province_id = {0} and assignment.member_id = admitted.member_id and assignment.kind = 'OFFICIAL' and assignment.valid @> admitted.first_day
            join kernel.organization_tree as cell
                on cell.province_id = {0} and cell.organization_id = assignment.organization_id and cell.valid @> admitted.first_day
            join kernel.organization_tree as top
                on top.province_id = {0} and top.organization_id = any ({1}) and top.valid @> admitted.first_day and starts_with(cell.path, top.path)
            join members.member as member on member.province_id = {0} and member.id = admitted.member_id
            where admitted.province_id = {0} and admitted.status = 'PROBATIONARY' and admitted.first_day between {3} and {4}
                and not exists (
                    select from members.membership_status as earlier
                    where earlier.province_id = {0} and earlier.member_id = admitted.member_id and earlier.valid @> admitted.first_day - 1
                        and earlier.status not in ('SYMPATHIZER', 'APPLICANT'))
        """;

    private const string Bands =
        """
        select who.key, who.status, who.sex, who.ethnic_group, who.religion,
                width_bucket(who.birth_date, {5}) as age,
                width_bucket(who.joined_on, {7}) as admission,
                case when who.status = 'OFFICIAL' then width_bucket(who.party_age_from, {6}) end as seniority,
                {4} - who.birth_date as days
        """;

    private const string QualifiedToday =
        $$"""

        ), described as (
            {{Bands}}, who.general_education, who.professional_level, who.political_theory, who.occupation
            from who
        )
        """;

    // Few members have changed education or occupation, and of them the first row that ends behind the day tells it.
    private const string QualifiedThen =
        $$"""

        ), former as (
            select distinct on (told.member_id) told.*
            from members.former_qualification as told
            where told.province_id = {0} and told.until > {4}
            order by told.member_id, told.until
        ), described as (
            {{Bands}},
                case when former.id is null then who.general_education else former.general_education end as general_education,
                case when former.id is null then who.professional_level else former.professional_level end as professional_level,
                case when former.id is null then who.political_theory else former.political_theory end as political_theory,
                case when former.id is null then who.occupation else former.occupation end as occupation
            from who
            left join former on former.member_id = who.member_id
        )
        """;

    private const string Marks =
        """

        ), marked as materialized (
            select second.member_id, 'SECOND_MEMBERSHIP' as mark, 'true' as mark_value, null::date as since
            from members.membership as second
            where second.province_id = {0} and second.ordinal = 2 and second.ceremony_on <= {4}
            union all
            select exempt.member_id, 'EXEMPT', 'true', null
            from members.membership_flag as exempt
            where exempt.province_id = {0} and exempt.flag = 'EXEMPT' and exempt.valid @> {4}
            union all
            select told.member_id, told.mark, told.mark_value, told.since from members.record_marks({0}) as told where told.mark = any ({5})
        )
        select who.key as "Key", marked.mark as "Mark", marked.mark_value as "Value", count(*)::int as "Count"
        from marked join who on who.member_id = marked.member_id
        where (marked.since is null or marked.since <= {4}) and (marked.mark <> 'YOUTH_UNION' or who.birth_date > {6})
        group by who.key, marked.mark, marked.mark_value
        """;

    /// <summary>The organizations at and below these on a day.</summary>
    public static IQueryable<StructurePlace> PlacesOf(MembersDbContext db, Guid[] organizations, DateOnly day) =>
        db.Database.SqlQuery<StructurePlace>(FormattableStringFactory.Create(Places, db.Province.Value, organizations, day));

    /// <summary>The members of a population by the values of these parts.</summary>
    public static IQueryable<StructureRow> PartsOf(MembersDbContext db, StructurePopulation population, StructureBounds bounds, IReadOnlyList<StructurePart> parts) =>
        db.Database.SqlQuery<StructureRow>(FormattableStringFactory.Create(
            $"{TextOf(population)}{(population.IsToday ? QualifiedToday : QualifiedThen)}{StructurePart.Count(parts)}", [.. Arguments(db, population), .. Bounds(population, bounds)]));

    /// <summary>Those of a population who have a mark; the marks of member sheets only where they are asked for.</summary>
    public static IQueryable<StructureMark> MarksOf(MembersDbContext db, StructurePopulation population, StructureBounds bounds, string[] ofSheets) =>
        db.Database.SqlQuery<StructureMark>(FormattableStringFactory.Create(
            $"{TextOf(population)}{Marks}", [.. Arguments(db, population), ofSheets, population.To.AddYears(-(bounds.YouthUnionAge + 1))]));

    private static string TextOf(StructurePopulation population)
    {
        if (population.From is not null)
            return $"with who as (\n{Admitted}";
        var present = population.Keys.Distinct().Skip(1).Any() ? AtEach : AtOne;
        return population.IsToday ? $"with who as (\n{present}" : $"{Changed}who as (\n{present}{Unchanged}{ByHistory}";
    }

    private static object[] Arguments(MembersDbContext db, StructurePopulation population) =>
        [db.Province.Value, population.Keys, population.Places, population.From ?? population.To, population.To];

    private static object[] Bounds(StructurePopulation population, StructureBounds bounds) =>
    [
        StructureBounds.DaysBefore(population.To, bounds.Ages),
        StructureBounds.DaysBefore(population.To, bounds.Seniorities),
        bounds.Admissions.ToArray(),
    ];
}

/// <summary>Who is counted.</summary>
/// <param name="Keys">The organizations that ask: for each place its own, or each once where people are looked for by day.</param>
/// <param name="Places">The organizations at and below them.</param>
/// <param name="From">The first day of the period in which they were admitted; null where all members of a day are counted.</param>
/// <param name="To">The last day, or the day.</param>
/// <param name="IsToday">Whether the day is today.</param>
internal sealed record StructurePopulation(Guid[] Keys, Guid[] Places, DateOnly? From, DateOnly To, bool IsToday);
