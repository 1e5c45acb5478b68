namespace Modular.Organizations.Contracts;

/// <summary>
/// The codes of the kinds of Party organizations (loại hình tổ chức đảng), as they stand in the organization tree. Which of them exist on
/// a day, and under which parent, is dated data of the module.
/// </summary>
public static class OrganizationKinds
{
    /// <summary>The Central Committee (Trung ương).</summary>
    public const string Central = "CENTRAL";

    /// <summary>A province's Party organization (đảng bộ tỉnh, thành phố): the root of a province's tree.</summary>
    public const string Provincial = "PROVINCIAL";

    /// <summary>A directly superior committee of grassroots organizations (cấp trên trực tiếp của tổ chức cơ sở đảng).</summary>
    public const string DirectSuperior = "DIRECT_SUPERIOR";

    /// <summary>A grassroots committee (đảng bộ cơ sở).</summary>
    public const string GrassrootsCommittee = "GRASSROOTS_COMMITTEE";

    /// <summary>A grassroots cell (chi bộ cơ sở).</summary>
    public const string GrassrootsCell = "GRASSROOTS_CELL";

    /// <summary>A sectional committee (đảng bộ bộ phận), eras A and B.</summary>
    public const string SectionalCommittee = "SECTIONAL_COMMITTEE";

    /// <summary>A committee affiliated to a grassroots committee (đảng bộ trực thuộc cơ sở), a pilot tier of era C.</summary>
    public const string AffiliatedCommittee = "AFFILIATED_COMMITTEE";

    /// <summary>A cell under a committee (chi bộ trực thuộc).</summary>
    public const string Cell = "CELL";

    /// <summary>A Party group inside a cell (tổ đảng).</summary>
    public const string PartyGroup = "PARTY_GROUP";

    /// <summary>A temporary cell (chi bộ sinh hoạt tạm thời).</summary>
    public const string TemporaryCell = "TEMPORARY_CELL";

    /// <summary>A temporary cell abroad (chi bộ sinh hoạt tạm thời ở ngoài nước).</summary>
    public const string OverseasTemporaryCell = "OVERSEAS_TEMPORARY_CELL";

    /// <summary>The kinds to which members belong directly: cells (chi bộ).</summary>
    public static IReadOnlyList<string> HoldingMembers { get; } = [Cell, GrassrootsCell, TemporaryCell, OverseasTemporaryCell];

    /// <summary>Whether members belong to organizations of this kind directly: every member is in exactly one cell (chi bộ).</summary>
    public static bool HoldsMembers(string kind) => HoldingMembers.Contains(kind);

    /// <summary>Whether the kind is a grassroots organization (tổ chức cơ sở đảng).</summary>
    public static bool IsGrassroots(string kind) => kind is GrassrootsCommittee or GrassrootsCell;
}
