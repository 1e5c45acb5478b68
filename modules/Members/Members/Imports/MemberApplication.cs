using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;

namespace Modular.Members.Imports;

/// <summary>
/// How good rows become rows of the register, each table by one statement. Facts of which a person has one take the person's identifier, which
/// is ordered by time, so that indexes grow at their end.
/// </summary>
internal static class MemberApplication
{
    private static readonly string[] Tables =
        ["admission_detail", "residence", "cv_number", "party_card", "cell_assignment", "membership_status", "membership"];

    public static void Define(ImportFormatBuilder format)
    {
        format.Apply(InsertMembers).Apply(InsertMemberships).Apply(InsertStatuses).Apply(InsertAssignments)
            .Apply(InsertCards).Apply(InsertCvNumbers).Apply(InsertResidences);
        RecordColumns.Apply(format);
        format.Creates("Member", "members.member", subject: "id", organization: "organization_id")
            .Raise(MemberRegistered.EventName, Registered)
            .Raise(MembersImported.EventName, Imported("select organization_id from accepted"))
            .RaiseWhenUndone(
                MembersImported.EventName,
                Imported("select member.organization_id from undone join members.member as member on member.province_id = @province and member.id = undone.id"))
            .NotUndoneWhere(
                """
                select undone.id from undone
                join members.member as member on member.province_id = @province and member.id = undone.id
                where member.version > 1
                """);
        foreach (var table in Tables)
            format.Undo($"delete from members.{table} as fact using undone where fact.province_id = @province and fact.member_id = undone.id");
        format.Undo("delete from members.member_record as record using undone where record.province_id = @province and record.id = undone.id");
        format.Undo("delete from members.member as member using undone where member.province_id = @province and member.id = undone.id");
    }

    private const int CellsAtOnce = 20;

    /// <summary>The cells of a query, some at a time.</summary>
    private static string Imported(string cells) =>
        $"""
        select jsonb_build_object('organizationIds', jsonb_agg(counted.id order by counted.id))
        from (select distinct cell.id, (dense_rank() over (order by cell.id) - 1) / {CellsAtOnce} as part from ({cells}) as cell (id)) as counted
        group by counted.part
        order by counted.part
        """;

    private const string InsertMembers =
        """
        insert into members.member (
            province_id, id, version, full_name, birth_name, other_names, search_key, sort_key, sex, birth_date, birth_date_precision, citizen_id,
            ethnic_group, religion, native_place, birth_place, occupation, general_education, professional_level, political_theory, phone, email,
            status, status_since, organization_id, admission_decided_on, joined_on, official_on, party_age_from, left_on, card_number, cv_number)
        select @province, id, 1, full_name, birth_name, other_names, search_key, sort_key, sex, birth_date, birth_date_precision, citizen_id,
            ethnic_group, religion, native_place, birth_place, occupation, general_education, professional_level, political_theory, phone_digits, email,
            coalesce(left_as, status),
            coalesce(left_on, case status when 'OFFICIAL' then official_on when 'PROBATIONARY' then joined_on else since end), organization_id,
            admission_decided_on, joined_on, official_on, counts_from, left_on, case when left_on is null then card_number end, cv_key
        from accepted
        order by organization_id, sort_key
        """;

    private const string InsertMemberships =
        """
        insert into members.membership (
            province_id, id, member_id, ordinal, admission_decision_number, admission_decided_on, ceremony_on, official_on, official_on_reason,
            recognition_decision_number, recognition_decided_on, confirmed_party_age_from, party_age_reason, ended_on)
        select @province, id, id, 1, admission_decision_number, admission_decided_on, joined_on, official_on, official_on_reason,
            recognition_decision_number, recognition_decided_on, party_age_from, party_age_reason, left_on
        from accepted
        where status in ('OFFICIAL', 'PROBATIONARY')
        """;

    // Statuses come before assignments, so that the headcounts of the cells are computed once.
    private const string InsertStatuses =
        """
        insert into members.membership_status (province_id, id, member_id, status, valid, decision_number, decided_on, decided_by)
        select @province, id, id, status,
            daterange(case status when 'OFFICIAL' then official_on when 'PROBATIONARY' then joined_on else since end, left_on),
            case status when 'OFFICIAL' then recognition_decision_number when 'PROBATIONARY' then admission_decision_number end,
            case status when 'OFFICIAL' then recognition_decided_on when 'PROBATIONARY' then admission_decided_on end,
            null
        from accepted
        union all
        select @province, kernel.time_ordered_uuid(), id, 'PROBATIONARY', daterange(joined_on, official_on),
            admission_decision_number, admission_decided_on, null
        from accepted
        where status = 'OFFICIAL' and joined_on is not null
        union all
        select @province, kernel.time_ordered_uuid(), id, left_as, daterange(left_on, null), leaving_decision_number, leaving_decided_on, leaving_decided_by
        from accepted
        where left_as is not null
        """;

    private const string InsertAssignments =
        """
        insert into members.cell_assignment (province_id, id, member_id, organization_id, kind, valid)
        select @province, id, id, organization_id, 'OFFICIAL', daterange(since, left_on) from accepted
        """;

    private const string InsertCards =
        """
        insert into members.party_card (province_id, id, member_id, number, kind, issue, valid, ended_because)
        select @province, id, id, card_number, 'PAPER', 'FIRST', daterange(coalesce(card_issued_on, official_on), left_on),
            case when left_as = 'DECEASED' then 'DEATH' when left_as is not null then 'RETURNED' end
        from accepted
        where card_number is not null
        """;

    private const string InsertCvNumbers =
        """
        insert into members.cv_number (province_id, id, member_id, number, valid)
        select @province, id, id, cv_key, daterange(coalesce(joined_on, official_on), null) from accepted where cv_key is not null
        """;

    // Where a file does not say since when, the residence holds from the first day in the cell.
    private const string InsertResidences =
        """
        insert into members.residence (province_id, id, member_id, kind, address, hamlet, commune_code, valid)
        select @province, id, id, 'PERMANENT', permanent_residence,
            case when temporary_residence is null then residence_hamlet end, case when temporary_residence is null then residence_commune_code end,
            daterange(coalesce(residence_since, since), null)
        from accepted
        where permanent_residence is not null
        union all
        select @province, kernel.time_ordered_uuid(), id, 'TEMPORARY', temporary_residence, residence_hamlet, residence_commune_code,
            daterange(coalesce(residence_since, since), null)
        from accepted
        where temporary_residence is not null
        """;

    private const string Registered =
        """
        select jsonb_build_object(
            'memberId', id,
            'organizationId', organization_id,
            'status', replace(initcap(coalesce(left_as, status)), '_', ''),
            'since', since)
        from accepted
        """;
}
