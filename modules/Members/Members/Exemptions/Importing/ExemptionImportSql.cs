namespace Modular.Members.Exemptions.Importing;

/// <summary>How exemptions of a list come into the register, as sets, and how they are taken back. The flag bears the identifier of its request.</summary>
internal static class ExemptionImportSql
{
    /// <summary>The rows that say what the register says.</summary>
    public const string FindKnown =
        """
        update staged set is_known = true
        from members.exemption_request as request
        where request.province_id = @province and request.member_id = staged.member_id and request.state = 'GRANTED' and request.ground = staged.ground
            and request.decided_on = staged.decided_on and request.decision_number = staged.decision_number
        """;

    /// <summary>Members whose request awaits the cell's decision.</summary>
    public const string FindWaiting =
        """
        select staged.row_number from staged
        join members.exemption_request as request on request.province_id = @province and request.member_id = staged.member_id and request.state = 'REQUESTED'
        where staged.is_known is null
        """;

    /// <summary>Exemptions of the same days.</summary>
    public const string FindOverlapping =
        """
        select distinct staged.row_number from staged
        join members.membership_flag as flag on flag.province_id = @province and flag.member_id = staged.member_id and flag.flag = 'EXEMPT'
        where staged.is_known is null and staged.from_day is not null and (staged.until_day is null or staged.until_day >= staged.from_day)
            and flag.valid && daterange(staged.from_day, staged.until_day, '[]') and upper(flag.valid) <= @today
        """;

    /// <summary>Records the requests with what the cells decided.</summary>
    public const string Grant =
        """
        insert into members.exemption_request (province_id, id, version, member_id, ground, requested_on, is_oral, reason, state, decided_on, decision_number, reported_on)
        select @province, id, 1, member_id, ground, requested_on, is_oral, reason, 'GRANTED', decided_on, decision_number, reported_on from accepted where is_known is null
        """;

    /// <summary>Sets the flags.</summary>
    public const string Set =
        """
        insert into members.membership_flag (province_id, id, member_id, flag, valid, decision_number, decided_on)
        select @province, id, member_id, 'EXEMPT', daterange(from_day, until_day, '[]'), decision_number, decided_on from accepted where is_known is null
        """;

    /// <summary>Raises the versions of the members.</summary>
    public const string Touch =
        """
        update members.member as member set version = member.version + 1
        from accepted as told
        where member.province_id = @province and member.id = told.member_id and told.is_known is null
        """;

    /// <summary>The events.</summary>
    public const string Raised =
        "select jsonb_build_object('memberId', member_id, 'flag', 'Exempt', 'from', from_day, 'until', until_day) from accepted where is_known is null";

    /// <summary>The events of undoing: none of the days came to hold.</summary>
    public const string Cleared =
        """
        select jsonb_build_object('memberId', flag.member_id, 'flag', 'Exempt', 'effectiveOn', flag.first_day)
        from undone
        join members.membership_flag as flag on flag.province_id = @province and flag.id = undone.id
        """;

    /// <summary>Raises the versions of the members again.</summary>
    public const string TouchAgain =
        """
        update members.member as member set version = member.version + 1
        from undone
        join members.exemption_request as request on request.province_id = @province and request.id = undone.id
        where member.province_id = @province and member.id = request.member_id
        """;

    /// <summary>Takes the flags away.</summary>
    public const string Unset = "delete from members.membership_flag as flag using undone where flag.province_id = @province and flag.id = undone.id";

    /// <summary>Takes the requests out again.</summary>
    public const string TakeBack = "delete from members.exemption_request as request using undone where request.province_id = @province and request.id = undone.id";
}
