namespace Modular.Members.Discipline.Importing;

/// <summary>How measures of a list come into the register, as sets, and how they are taken back.</summary>
internal static class DisciplineImportSql
{
    /// <summary>The rows that say what the register says.</summary>
    public const string FindKnown =
        """
        update staged set is_known = true
        from members.disciplinary_measure as measure
        where measure.province_id = @province and measure.member_id = staged.member_id and measure.form = staged.form and measure.announced_on = staged.announced_on
            and measure.decided_by_organization_id = staged.decided_by
        """;

    /// <summary>Rows whose code nobody bore on the day.</summary>
    public const string FindUnknown =
        "select row_number, organization_code from staged where organization_code is not null and announced_on is not null and decided_by is null";

    /// <summary>Records the measures.</summary>
    public const string Record =
        """
        insert into members.disciplinary_measure (
            province_id, id, version, member_id, organization_id, form, ground, fault, fault_ended_on, decided_by_organization_id, vote_base, votes_in_favour,
            hearing, heard_on, invited_on, announced_on, decision_number, decided_on)
        select @province, id, 1, member_id, organization_id, form, ground, fault, fault_ended_on, decided_by, vote_base, votes_in_favour,
            hearing, heard_on, array_remove(array[first_invited_on, last_invited_on], null), announced_on, decision_number, decided_on
        from accepted where is_known is null
        """;

    /// <summary>Raises the versions of the members.</summary>
    public const string Touch =
        """
        update members.member as member set version = member.version + 1
        from (select distinct member_id from accepted where is_known is null) as told
        where member.province_id = @province and member.id = told.member_id
        """;

    /// <summary>Measures to which something happened since.</summary>
    public const string ChangedSince =
        """
        select measure.id
        from undone
        join members.disciplinary_measure as measure on measure.province_id = @province and measure.id = undone.id
        where measure.version > 1
        """;

    /// <summary>Raises the versions of the members again.</summary>
    public const string TouchAgain =
        """
        update members.member as member set version = member.version + 1
        from (
            select distinct measure.member_id from undone
            join members.disciplinary_measure as measure on measure.province_id = @province and measure.id = undone.id) as told
        where member.province_id = @province and member.id = told.member_id
        """;

    /// <summary>Takes the measures out again.</summary>
    public const string TakeBack = "delete from members.disciplinary_measure as measure using undone where measure.province_id = @province and measure.id = undone.id";
}
