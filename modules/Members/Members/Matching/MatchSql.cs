namespace Modular.Members.Matching;

/// <summary>
/// How a list is compared with the register, as sets. First every person is found whom a row may be about, with what is alike and how much that proves: 1 proves it, 2 makes it likely,
/// 3 is a number that leads to a person whom nothing else fits. Then each row comes into its class by all that was found.
/// </summary>
internal static class MatchSql
{
    private const string Candidates =
        """
        create temporary table candidate (
            row_number integer not null, member_id uuid not null, reason text not null, strength integer not null) on commit drop;
        """;

    // A number of identity is one person's; that the name or the birth date is right besides keeps out numbers that were mistyped into those of others.
    private const string ByCitizenId =
        """
        insert into candidate
        select staged.row_number, member.id, 'CITIZEN_ID',
            case when member.name_key = staged.name_key or member.birth_date = staged.birth_date then 1 else 3 end
        from staged
        join members.member as member on member.province_id = @province and member.citizen_id = staged.citizen_id
        """;

    // Numbers of cards and CVs are copied by hand from list to list: they prove something together with name and birth date only. Those that a person bore before count too.
    private static string ByNumber(string reason, string table, string staged) => $"""
        insert into candidate
        select distinct staged.row_number, member.id, '{reason}',
            case
                when member.name_key = staged.name_key and member.birth_date = staged.birth_date then 1
                when member.name_key = staged.name_key and extract(year from member.birth_date) = extract(year from staged.birth_date)
                    and (staged.birth_date_precision <> 'DAY' or member.birth_date_precision <> 'DAY') then 1
                when member.name_key = staged.name_key then 2
                when member.birth_date = staged.birth_date and split_part(member.name_key, ' ', 1) = split_part(staged.name_key, ' ', 1) then 2
                else 3
            end
        from staged
        join members.{table} as number on number.province_id = @province and number.number = staged.{staged}
        join members.member as member on member.province_id = @province and member.id = number.member_id
        """;

    // Two numbers of identity that are not alike are two persons, whatever else is.
    private const string ByName =
        """
        insert into candidate
        select row_number, id, reason, 2
        from (
            select staged.row_number, member.id,
                case
                    when staged.citizen_id <> member.citizen_id then
                        case when members.nearly_the_same_number(staged.citizen_id, member.citizen_id) then 'CITIZEN_ID_NEARLY_THE_SAME' end
                    when staged.birth_date = member.birth_date and staged.birth_date_precision = 'DAY' and member.birth_date_precision = 'DAY' then 'NAME_AND_BIRTH_DATE'
                    when extract(day from staged.birth_date) = extract(month from member.birth_date)
                        and extract(month from staged.birth_date) = extract(day from member.birth_date)
                        and extract(day from staged.birth_date) <> extract(month from staged.birth_date) then 'DAY_AND_MONTH_EXCHANGED'
                    when staged.cell_id = member.organization_id or staged.birth_date_precision <> 'DAY' or member.birth_date_precision <> 'DAY' then 'NAME_BIRTH_YEAR_AND_CELL'
                end as reason
            from staged
            join members.member as member on member.province_id = @province and member.name_key = staged.name_key
                and extract(year from member.birth_date) = extract(year from staged.birth_date)
            where staged.sex is null or staged.sex = member.sex
        ) as alike
        where reason is not null
        """;

    private const string ByNearlyTheSameNumber =
        """
        insert into candidate
        select staged.row_number, member.id, 'CITIZEN_ID_NEARLY_THE_SAME', 2
        from staged
        join members.member as member on member.province_id = @province and member.name_key = staged.name_key
            and (right(member.citizen_id, 6) = right(staged.citizen_id, 6) or left(member.citizen_id, 6) = left(staged.citizen_id, 6))
        where members.nearly_the_same_number(staged.citizen_id, member.citizen_id)
            and extract(year from member.birth_date) <> extract(year from staged.birth_date)
        """;

    private const string ByShortenedName =
        """
        insert into candidate
        select staged.row_number, member.id, 'SHORTENED_NAME_AND_CELL', 2
        from staged
        join members.member as member on member.province_id = @province and member.organization_id = staged.cell_id and member.birth_date = staged.birth_date
        where member.name_key <> staged.name_key
            and split_part(member.name_key, ' ', 1) || ' ' || regexp_replace(member.name_key, '^.* ', '') = staged.name_ends
            and (staged.citizen_id is null or member.citizen_id is null or members.nearly_the_same_number(staged.citizen_id, member.citizen_id))
        """;

    // What a row found, in one line: how many are proven, likely, contradicted; and how many its numbers lead to.
    private const string Found =
        """
        create temporary table found on commit drop as
        select row_number,
            count(distinct member_id) filter (where strength = 1) as proven,
            count(distinct member_id) filter (where strength = 2) as likely,
            count(distinct member_id) filter (where strength = 3) as contradicted,
            count(distinct member_id) filter (where reason in ('CITIZEN_ID', 'CARD_NUMBER', 'CV_NUMBER')) as numbered,
            (array_agg(member_id order by strength, case reason when 'CITIZEN_ID' then 1 when 'CARD_NUMBER' then 2 when 'CV_NUMBER' then 3 else 4 end, reason))[1] as member_id,
            (array_agg(reason order by strength, case reason when 'CITIZEN_ID' then 1 when 'CARD_NUMBER' then 2 when 'CV_NUMBER' then 3 else 4 end, reason))[1] as reason
        from candidate
        group by row_number
        """;

    private const string Classes =
        """
        create temporary table classified on commit drop as
        with judged as (
            select staged.row_number, found.member_id, found.reason,
                case
                    when staged.faulty then 'DEFECTIVE'
                    when found.row_number is null then 'ONLY_THERE'
                    when proven = 1 and numbered <= 1 then 'MATCHED'
                    when proven > 0 or contradicted > 0 or likely > 1 then 'AMBIGUOUS'
                    else 'PROBABLE'
                end as class,
                case
                    when proven > 1 or (proven = 1 and numbered > 1) or (contradicted > 0 and numbered > 1) then 'NUMBERS_OF_SEVERAL_PERSONS'
                    when contradicted > 0 then 'NUMBER_OF_ANOTHER_PERSON'
                    else 'SEVERAL_PERSONS_ALIKE'
                end as doubt
            from staged left join found using (row_number)
        ), claimed as (
            select judged.*,
                count(*) filter (where class = 'MATCHED') over (partition by member_id) as matched_rows,
                count(*) filter (where class = 'PROBABLE') over (partition by member_id) as probable_rows
            from judged
        )
        select row_number,
            case
                when class = 'MATCHED' and matched_rows > 1 then 'AMBIGUOUS'
                when class = 'PROBABLE' and matched_rows + probable_rows > 1 then 'AMBIGUOUS'
                else class
            end as class,
            case
                when class = 'DEFECTIVE' then 'CELLS_OF_THE_ROW'
                when class = 'ONLY_THERE' then null
                when class = 'AMBIGUOUS' then doubt
                when (class = 'MATCHED' and matched_rows > 1) or (class = 'PROBABLE' and matched_rows + probable_rows > 1) then 'SEVERAL_ROWS_FOR_ONE_PERSON'
                else reason
            end as reason,
            member_id
        from claimed
        """;

    private const string InsertRun =
        """
        insert into members.match_run (province_id, id, version, state, made_at, made_by, members_compared)
        select @province, @batch, 1, 'OPEN', @now, @user_name, count(*)
        from members.member where province_id = @province and status in ('OFFICIAL', 'PROBATIONARY')
        """;

    private const string InsertRows =
        """
        insert into members.match_row (
            province_id, id, run_id, position, row_number, class, reason, member_id, full_name, sort_key, sex, birth_date, birth_date_precision, citizen_id, ethnic_group,
            native_place, card_number, cv_number, joined_on, official_on, cell_code, cell_id)
        select @province, staged.id, @batch, row_number() over (order by staged.row_number), staged.row_number,
            case classified.class when 'MATCHED' then 'DIFFERING' else classified.class end, classified.reason,
            case when classified.class in ('MATCHED', 'PROBABLE') then classified.member_id end,
            full_name, sort_key, sex, birth_date, birth_date_precision, citizen_id, ethnic_group, native_place, card_number, cv_key, joined_on, official_on, cell_code, cell_id
        from staged join classified using (row_number)
        """;

    private const string TellDifferences =
        """
        update members.match_row as matched
        set differing = told.differing, class = case when matched.class = 'DIFFERING' and told.differing = '{}' then 'IDENTICAL' else matched.class end
        from (
            select matched.id, members.match_differences(matched, member) as differing
            from members.match_row as matched
            join members.member as member on member.province_id = matched.province_id and member.id = matched.member_id
            where matched.province_id = @province and matched.run_id = @batch
        ) as told
        where matched.province_id = @province and matched.id = told.id
        """;

    private const string InsertCandidates =
        """
        insert into members.match_candidate (province_id, id, row_id, member_id, reason)
        select @province, kernel.time_ordered_uuid(), staged.id, best.member_id, best.reason
        from (
            select distinct on (row_number, member_id) row_number, member_id, case strength when 3 then 'NUMBER_OF_ANOTHER_PERSON' else reason end as reason
            from candidate order by row_number, member_id, strength, reason
        ) as best
        join staged using (row_number)
        join classified using (row_number)
        where classified.class in ('AMBIGUOUS', 'PROBABLE', 'DEFECTIVE')
        """;

    // Whoever may be meant by any row, however doubtful it is, is not said to be missing from the list.
    private const string InsertMissing =
        """
        insert into members.match_row (province_id, id, run_id, position, class, member_id)
        select @province, kernel.time_ordered_uuid(), @batch, (select count(*) from staged) + row_number() over (order by member.organization_id, member.sort_key, member.id), 'ONLY_HERE', member.id
        from members.member as member
        where member.province_id = @province and member.status in ('OFFICIAL', 'PROBATIONARY')
            and not exists (select from candidate where candidate.member_id = member.id)
        """;

    /// <summary>The statements, in order.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        Candidates, ByCitizenId, ByNumber("CARD_NUMBER", "party_card", "card_number"), ByNumber("CV_NUMBER", "cv_number", "cv_key"), ByName, ByNearlyTheSameNumber, ByShortenedName,
        "analyze candidate", Found, Classes, "analyze classified", InsertRun, InsertRows, TellDifferences, InsertCandidates, InsertMissing,
    ];
}
