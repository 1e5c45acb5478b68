using Modular.Kernel.Postgres.Provinces.Merging;

namespace Modular.Members.MergedProvinces;

/// <summary>
/// Whoever was transferred between two provinces that become one has a record in both, with one identifier (MEM-09): that of the province that they left says TRANSFERRED_OUT. The record where
/// they stand goes on; for the days that it knows as spent elsewhere it takes the statuses of the other, which keeps its cells, flags, dues and papers for those days. So everybody is counted
/// on each day where they were.
/// </summary>
internal sealed class PersonsOfBothProvinces : IProvinceMergerStep
{
    private const string FindSql =
        """
        create temporary table merged_person on commit drop as
        select one.id, case when goes then $1 else $2 end as gone, case when goes then $2 else $1 end as stays
        from members.member as one
        join members.member as other on other.province_id = $2 and other.id = one.id
        cross join lateral (select one.status = 'TRANSFERRED_OUT' and (other.status <> 'TRANSFERRED_OUT' or one.status_since <= other.status_since) as goes) as which
        where one.province_id = $1 and (one.status = 'TRANSFERRED_OUT' or other.status = 'TRANSFERRED_OUT')
        """;

    private const string CountedTwiceSql =
        """
        select count(*) from members.member as one join members.member as other on other.province_id = $2 and other.id = one.id
        where one.province_id = $1 and one.status <> 'TRANSFERRED_OUT' and other.status <> 'TRANSFERRED_OUT'
        """;

    // What the other province says of the days that this one knows as spent elsewhere.
    private const string StatusesSql =
        """
        insert into members.membership_status (province_id, id, member_id, status, valid, decision_number, decided_on, decided_by, reason)
        select person.stays, gen_random_uuid(), person.id, there.status, there.valid * away.valid, there.decision_number, there.decided_on, there.decided_by, there.reason
        from merged_person as person
        join members.membership_status as away on away.province_id = person.stays and away.member_id = person.id and away.status = 'TRANSFERRED_OUT'
        join members.membership_status as there
            on there.province_id = person.gone and there.member_id = person.id and there.status <> 'TRANSFERRED_OUT' and there.valid && away.valid
        """;

    // The rest of those days was spent in neither of the two.
    private const string ElsewhereSql =
        """
        insert into members.membership_status (province_id, id, member_id, status, valid, decision_number, decided_on, decided_by, reason)
        select person.stays, gen_random_uuid(), person.id, away.status, rest.valid, away.decision_number, away.decided_on, away.decided_by, away.reason
        from merged_person as person
        join members.membership_status as away on away.province_id = person.stays and away.member_id = person.id and away.status = 'TRANSFERRED_OUT'
        cross join lateral unnest(datemultirange(away.valid) - coalesce((
            select range_agg(there.valid) from members.membership_status as there
            where there.province_id = person.gone and there.member_id = person.id and there.status <> 'TRANSFERRED_OUT'), '{}')) as rest (valid)
        """;

    private const string LeftOutSql =
        """
        delete from members.membership_status as away using merged_person as person
        where away.province_id = person.stays and away.member_id = person.id and away.status = 'TRANSFERRED_OUT' and away.id = any ($4)
        """;

    private const string AwaySql =
        """
        select away.id::text from members.membership_status as away join merged_person as person on person.stays = away.province_id and person.id = away.member_id
        where away.status = 'TRANSFERRED_OUT'
        """;

    private const string SlipsSql =
        """
        update members.supplement_slip as left_there set state = 'WITHDRAWN', decided_on = $3, version = left_there.version + 1
        from merged_person as person
        where left_there.province_id = person.gone and left_there.member_id = person.id and left_there.state = 'SUBMITTED'
        """;

    private const string ScansSql =
        """
        update members.member_document as here set scan_bytes = there.scan_bytes, scan_hash = there.scan_hash, scanned_at = there.scanned_at
        from merged_person as person
        join members.member_document as there on there.province_id = person.gone and there.member_id = person.id and there.scan_bytes is not null
        where here.province_id = person.stays and here.id = there.id and here.scan_bytes is null
        """;

    // Facts with one identifier in both were carried from one to the other, and are one.
    private const string CarriedSql =
        """
        select format(
            'delete from %1$s as there using merged_person as person, %1$s as here where there.province_id = person.gone and there.member_id = person.id '
            'and here.province_id = person.stays and here.id = there.id', member.attrelid::regclass)
        from pg_attribute as member
        join pg_attribute as key on key.attrelid = member.attrelid and key.attname = 'id' and not key.attisdropped
        join pg_class as c on c.oid = member.attrelid and c.relkind = 'r'
        where c.relnamespace = 'members'::regnamespace and member.attname = 'member_id' and not member.attisdropped
        order by 1
        """;

    // Papers that one of the two files holds are in the one that stays; triggers rest meanwhile.
    private const string PapersSql =
        """
        update members.member_quality as here set papers = coalesce((
            select bit_or(members.paper_bit(document.kind)) from members.member_document as document
            where document.province_id in (person.gone, person.stays) and document.member_id = person.id), 0)
        from merged_person as person where here.province_id = person.stays and here.id = person.id
        """;

    // What one record alone can tell: the person, how long they have been a member, the sheet, and the words by which it is searched.
    private static readonly (string Table, string Member)[] OfOneRecord =
    [
        ("admission_detail", "member_id"), ("career_entry", "member_id"), ("training_entry", "member_id"), ("honour_entry", "member_id"), ("trip_abroad", "member_id"),
        ("foreign_tie", "member_id"), ("family_member", "member_id"), ("member_record", "id"), ("member_quality", "id"), ("membership_status", "member_id"), ("membership", "member_id"),
        ("former_qualification", "member_id"), ("name_word", "member_id"), ("member", "id"),
    ];

    /// <inheritdoc />
    public async Task RunAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        if (await work.ScalarAsync<long>(CountedTwiceSql, cancellationToken) is > 0 and var twice)
            work.Object($"{twice} persons are members in both provinces at once; record first where they are.");
        await work.ExecuteAsync(FindSql, cancellationToken);
        if (await work.ScalarAsync<long>("select count(*) from merged_person", cancellationToken) is not (> 0 and var persons))
            return;
        work.Note($"{persons} persons were transferred between the two provinces; their two records become one.");

        var away = (await work.TextsAsync(AwaySql, cancellationToken)).Select(Guid.Parse).ToArray();
        await work.ExecuteAsync(StatusesSql, cancellationToken);
        await work.ExecuteAsync(ElsewhereSql, cancellationToken);
        await work.ExecuteAsync(LeftOutSql, cancellationToken, away);
        await work.ExecuteAsync(SlipsSql, cancellationToken);
        await work.ExecuteAsync(ScansSql, cancellationToken);
        foreach (var delete in await work.TextsAsync(CarriedSql, cancellationToken))
            await work.ExecuteAsync(delete, cancellationToken);
        await work.ExecuteAsync(PapersSql, cancellationToken);
        foreach (var (table, member) in OfOneRecord)
        {
            await work.ExecuteAsync(
                $"delete from members.{table} as there using merged_person as person where there.province_id = person.gone and there.{member} = person.id", cancellationToken);
        }
    }
}
