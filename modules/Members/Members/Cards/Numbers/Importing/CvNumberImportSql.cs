using Modular.Members.Cards.Importing;

namespace Modular.Members.Cards.Numbers.Importing;

/// <summary>How CV numbers of a list come into the register, as sets, and how they are taken back.</summary>
internal static class CvNumberImportSql
{
    /// <summary>The rows that say what the register says.</summary>
    public const string FindKnown =
        """
        update staged set is_known = true
        from members.cv_number as given
        where given.province_id = @province and given.member_id = staged.member_id and upper_inf(given.valid) and given.number = staged.cv_key
        """;

    /// <summary>Numbers that were given before.</summary>
    public const string FindTaken =
        """
        select distinct staged.row_number, staged.cv_number from staged
        join members.cv_number as given on given.province_id = @province and given.number = staged.cv_key
        where staged.is_known is null and staged.cv_key <> ''
        """;

    /// <summary>Gives the numbers.</summary>
    public const string Give =
        "insert into members.cv_number (province_id, id, member_id, number, valid) select @province, id, member_id, cv_key, daterange(given_on, null) from accepted where is_known is null";

    /// <summary>Writes into the history which number members bear from now on.</summary>
    public const string TellMembers =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name)
        select @province, (select generation from kernel.outbox_generation), 'members', 'Member', member.id, member.id, member.organization_id, 'CHANGED',
            jsonb_build_object('cvNumber', jsonb_build_object('after', told.cv_key)), @now, @user_id, @user_name
        from accepted as told
        join members.member as member on member.province_id = @province and member.id = told.member_id
        where told.is_known is null
        """;

    /// <summary>Shows the numbers with the members.</summary>
    public const string Carry =
        $"""
        update members.member as member
        set version = member.version + 1, cv_number = told.cv_key, search_key = concat_ws(' ', {CardImportSql.SearchedBefore}, member.card_number, lower(told.cv_key))
        from accepted as told
        where member.province_id = @province and member.id = told.member_id and told.is_known is null
        """;

    /// <summary>Numbers that are no longer in force.</summary>
    public const string ChangedSince =
        """
        select given.id from undone
        join members.cv_number as given on given.province_id = @province and given.id = undone.id
        where not upper_inf(given.valid)
        """;

    /// <summary>Writes into the history that members bear no number any more.</summary>
    public const string TellMembersOfUndoing =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, reason)
        select @province, (select generation from kernel.outbox_generation), 'members', 'Member', member.id, member.id, member.organization_id, 'CHANGED',
            jsonb_build_object('cvNumber', jsonb_build_object('before', given.number)), @now, @user_id, @user_name, 'Hoàn tác danh sách cấp số lý lịch'
        from undone
        join members.cv_number as given on given.province_id = @province and given.id = undone.id
        join members.member as member on member.province_id = @province and member.id = given.member_id
        """;

    /// <summary>Shows no number with the members.</summary>
    public const string CarryNone =
        $"""
        update members.member as member
        set version = member.version + 1, cv_number = null, search_key = concat_ws(' ', {CardImportSql.SearchedBefore}, member.card_number)
        from undone
        join members.cv_number as given on given.province_id = @province and given.id = undone.id
        where member.province_id = @province and member.id = given.member_id
        """;
}
