namespace Modular.Organizations.WorkItems;

/// <summary>What the kinds of the module have in common.</summary>
internal static class OrganizationWork
{
    /// <summary>The organization of an item is no more, so that nothing is due about it any more.</summary>
    public const string IsOver =
        """
        exists (
            select from organizations.organization as gone
            where gone.province_id = @province and gone.id = present.organization_id and gone.ended_on is not null)
        """;
}
