namespace Modular.Members.Cards.Checks.Importing;

/// <summary>How checks of a list come into their round, as sets, and how they are taken back.</summary>
internal static class CardCheckImportSql
{
    /// <summary>A card is looked at today where the list does not say when.</summary>
    public const string TakeToday = "update staged set checked_on = @today where checked_on is null";

    /// <summary>The rounds by their ordinals.</summary>
    public const string FindRounds =
        """
        update staged set round_id = round.id, round_began = round.checked_on, round_state = round.state
        from members.card_check_round as round
        where round.province_id = @province and round.ordinal = staged.round
        """;

    /// <summary>Who has a card.</summary>
    public const string FindCards =
        """
        update staged set has_card = true
        from members.party_card as card
        where card.province_id = @province and card.member_id = staged.member_id and upper_inf(card.valid)
        """;

    /// <summary>What the rounds know of the members.</summary>
    public const string FindKnown =
        """
        update staged set
            is_known = case when same then true end,
            is_known_otherwise = not same
        from (
            select row_number, (seen.finding, seen.checked_on, seen.remark) is not distinct from (row.finding, row.checked_on, row.remark) as same
            from staged as row
            join members.card_check as seen on seen.province_id = @province and seen.member_id = row.member_id and seen.round_id = row.round_id
        ) as known
        where known.row_number = staged.row_number
        """;

    // A lost or damaged card counts as reported, unless it was reported before (MEM-13).
    private const string Reported =
        """
        members.party_card as card
        join accepted as told on told.member_id = card.member_id
        where card.province_id = @province and upper_inf(card.valid) and card.reported_on is null and told.is_known is null and told.finding in ('LOST', 'DAMAGED')
        """;

    /// <summary>Writes into the history which cards are reported by it.</summary>
    public const string TellReported =
        $"""
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, action, changes, made_at, user_id, user_name)
        select @province, (select generation from kernel.outbox_generation), 'members', 'PartyCard', card.id, card.member_id, 'CHANGED', jsonb_build_object(
                'reportedAs', jsonb_build_object('after', told.finding), 'reportedOn', jsonb_build_object('after', greatest(told.checked_on, lower(card.valid)))),
            @now, @user_id, @user_name
        from {Reported}
        """;

    /// <summary>Reports the cards, so that another is issued.</summary>
    public const string Report =
        $"""
        update members.party_card as reported set reported_as = found.finding, reported_on = found.on_day
        from (select card.id, told.finding, greatest(told.checked_on, lower(card.valid)) as on_day from {Reported}) as found
        where reported.province_id = @province and reported.id = found.id
        """;

    /// <summary>Records what was seen.</summary>
    public const string Record =
        """
        insert into members.card_check (province_id, id, member_id, round_id, finding, checked_on, remark)
        select @province, id, member_id, round_id, finding, checked_on, remark from accepted where is_known is null
        """;

    /// <summary>Checks of rounds whose figures are final.</summary>
    public const string ClosedSince =
        """
        select seen.id from undone
        join members.card_check as seen on seen.province_id = @province and seen.id = undone.id
        join members.card_check_round as round on round.province_id = @province and round.id = seen.round_id
        where round.state = 'CLOSED'
        """;

    // The history tells a card that was reported with the check from one that was reported otherwise.
    private const string ReportedByTheList =
        """
        from undone
        join members.card_check as seen on seen.province_id = @province and seen.id = undone.id
        join kernel.edits as made on made.province_id = @province and made.entity_id = seen.id and made.entity = 'CardCheck' and made.action = 'CREATED'
        join members.party_card as card on card.province_id = @province and card.member_id = seen.member_id
        join kernel.edits as told on told.province_id = @province and told.entity_id = card.id and told.entity = 'PartyCard' and told.made_at = made.made_at and told.changes ? 'reportedAs'
        """;

    /// <summary>Checks by which cards were reported that were replaced, or reported otherwise, since.</summary>
    public const string ReplacedSince = $"select seen.id {ReportedByTheList} where not upper_inf(card.valid) or card.reported_as is distinct from seen.finding";

    /// <summary>Writes into the history that the cards are reported no more.</summary>
    public const string TellUnreported =
        $"""
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, action, changes, made_at, user_id, user_name, reason)
        select @province, (select generation from kernel.outbox_generation), 'members', 'PartyCard', card.id, card.member_id, 'CHANGED', jsonb_build_object(
                'reportedAs', jsonb_build_object('before', card.reported_as), 'reportedOn', jsonb_build_object('before', card.reported_on)),
            @now, @user_id, @user_name, 'Hoàn tác danh sách kiểm tra thẻ đảng viên'
        {ReportedByTheList}
        """;

    /// <summary>Takes the reports back.</summary>
    public const string TakeReportsBack =
        $"""
        update members.party_card as reported set reported_as = null, reported_on = null
        from (select card.id {ReportedByTheList}) as found
        where reported.province_id = @province and reported.id = found.id
        """;
}
