namespace Modular.Members.WorkItems;

/// <summary>What the kinds about members have in common.</summary>
internal static class MemberWork
{
    /// <summary>Whom an item is about is no member any more, or was taken out of the register, so that nothing is due about them.</summary>
    public const string IsOver =
        """
        not exists (
            select from members.member as remaining
            where remaining.province_id = @province and remaining.id = present.member_id and remaining.status in ('OFFICIAL', 'PROBATIONARY'))
        """;

    /// <summary>Who had left is a member again, so that nothing is to come back from them.</summary>
    public const string IsMemberAgain =
        """
        exists (
            select from members.member as restored
            where restored.province_id = @province and restored.id = present.member_id and restored.left_on is null)
        """;
}
