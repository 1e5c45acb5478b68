namespace Modular.Members.Cards.Importing;

/// <summary>How cards of a list come into the register, as sets, and how they are taken back.</summary>
internal static class CardImportSql
{
    /// <summary>What a search finds but for the card and the CV number, which stand at its end.</summary>
    public const string SearchedBefore =
        "left(member.search_key, length(member.search_key) - length(concat_ws(' ', '', member.card_number, lower(member.cv_number))))";

    /// <summary>The rows that say what the register says.</summary>
    public const string FindKnown =
        """
        update staged set is_known = true
        from members.party_card as card
        where card.province_id = @province and card.member_id = staged.member_id and upper_inf(card.valid)
            and card.number = staged.card_number and card.kind = staged.kind and card.issue = staged.issue and card.first_day = staged.issued_on
        """;

    /// <summary>Numbers that others bear or bore.</summary>
    public const string FindTaken =
        """
        select distinct staged.row_number, staged.card_number from staged
        join members.party_card as card on card.province_id = @province and card.number = staged.card_number and card.member_id <> staged.member_id
        """;

    /// <summary>Ends the cards that are replaced.</summary>
    public const string EndFormer =
        """
        update members.party_card as former
        set valid = daterange(former.first_day, told.issued_on), ended_because = case told.issue when 'AGAIN' then 'LOST' else 'REPLACED' end
        from accepted as told
        where former.province_id = @province and former.member_id = told.member_id and upper_inf(former.valid) and told.is_known is null
        """;

    /// <summary>Writes into the history that they ended.</summary>
    public const string TellFormer =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, action, changes, made_at, user_id, user_name, document)
        select @province, (select generation from kernel.outbox_generation), 'members', 'PartyCard', former.id, former.member_id, 'CHANGED', jsonb_build_object(
                'valid', jsonb_build_object('before', daterange(former.first_day, null)::text, 'after', former.valid::text),
                'endedBecause', jsonb_build_object('after', former.ended_because)),
            @now, @user_id, @user_name, told.decision_number
        from accepted as told
        join members.party_card as former on former.province_id = @province and former.member_id = told.member_id and upper(former.valid) = told.issued_on
        where told.is_known is null
        """;

    /// <summary>Records the new cards.</summary>
    public const string Issue =
        """
        insert into members.party_card (province_id, id, member_id, number, kind, issue, valid, decision_number, decided_on)
        select @province, id, member_id, card_number, kind, issue, daterange(issued_on, null), decision_number, decided_on
        from accepted where is_known is null
        """;

    /// <summary>Writes into the history which number members bear from now on.</summary>
    public const string TellMembers =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, document)
        select @province, (select generation from kernel.outbox_generation), 'members', 'Member', member.id, member.id, member.organization_id, 'CHANGED',
            jsonb_build_object('cardNumber', jsonb_strip_nulls(jsonb_build_object('before', member.card_number, 'after', told.card_number))),
            @now, @user_id, @user_name, told.decision_number
        from accepted as told
        join members.member as member on member.province_id = @province and member.id = told.member_id
        where told.is_known is null and member.card_number is distinct from told.card_number
        """;

    /// <summary>Shows the numbers with the members.</summary>
    public const string Carry =
        $"""
        update members.member as member
        set version = member.version + 1, card_number = told.card_number,
            search_key = concat_ws(' ', {SearchedBefore}, told.card_number, lower(member.cv_number))
        from accepted as told
        where member.province_id = @province and member.id = told.member_id and told.is_known is null
        """;

    /// <summary>The events.</summary>
    public const string Issued =
        "select jsonb_build_object('memberId', member_id, 'cardId', id, 'issuedOn', issued_on) from accepted where is_known is null";

    /// <summary>Cards that are no longer in force, were reported, or were seen in a check of cards since.</summary>
    public const string ChangedSince =
        """
        select card.id
        from undone
        join members.party_card as card on card.province_id = @province and card.id = undone.id
        where not upper_inf(card.valid) or card.reported_as is not null
            or exists (
                select from members.card_check as seen
                where seen.province_id = @province and seen.member_id = card.member_id and seen.checked_on >= card.first_day)
        """;

    /// <summary>Gives members the numbers of before.</summary>
    public const string CarryFormer =
        $"""
        update members.member as member
        set version = member.version + 1, card_number = former.number,
            search_key = concat_ws(' ', {SearchedBefore}, former.number, lower(member.cv_number))
        from undone
        join members.party_card as card on card.province_id = @province and card.id = undone.id
        left join members.party_card as former
            on former.province_id = @province and former.member_id = card.member_id and upper(former.valid) = card.first_day
        where member.province_id = @province and member.id = card.member_id
        """;

    /// <summary>Writes into the history which number members bear again.</summary>
    public const string TellMembersOfUndoing =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, reason)
        select @province, (select generation from kernel.outbox_generation), 'members', 'Member', member.id, member.id, member.organization_id, 'CHANGED',
            jsonb_build_object('cardNumber', jsonb_strip_nulls(jsonb_build_object('before', card.number, 'after', former.number))),
            @now, @user_id, @user_name, 'Hoàn tác danh sách thẻ đảng viên'
        from undone
        join members.party_card as card on card.province_id = @province and card.id = undone.id
        join members.member as member on member.province_id = @province and member.id = card.member_id
        left join members.party_card as former
            on former.province_id = @province and former.member_id = card.member_id and upper(former.valid) = card.first_day
        where former.number is distinct from card.number
        """;

    /// <summary>Writes into the history that the cards of before are in force again.</summary>
    public const string TellFormerOfUndoing =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, action, changes, made_at, user_id, user_name, reason)
        select @province, (select generation from kernel.outbox_generation), 'members', 'PartyCard', former.id, former.member_id, 'CHANGED', jsonb_build_object(
                'valid', jsonb_build_object('before', former.valid::text, 'after', daterange(former.first_day, null)::text),
                'endedBecause', jsonb_build_object('before', former.ended_because)),
            @now, @user_id, @user_name, 'Hoàn tác danh sách thẻ đảng viên'
        from undone
        join members.party_card as card on card.province_id = @province and card.id = undone.id
        join members.party_card as former on former.province_id = @province and former.member_id = card.member_id and upper(former.valid) = card.first_day
        """;

    /// <summary>Puts the cards of before in force again.</summary>
    public const string ReopenFormer =
        """
        update members.party_card as former
        set valid = daterange(former.first_day, null), ended_because = null
        from undone
        join members.party_card as card on card.province_id = @province and card.id = undone.id
        where former.province_id = @province and former.member_id = card.member_id and upper(former.valid) = card.first_day
        """;

    /// <summary>Takes the cards of the list out again.</summary>
    public const string TakeBack = "delete from members.party_card as card using undone where card.province_id = @province and card.id = undone.id";
}
