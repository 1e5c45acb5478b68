using Modular.Kernel.Results;

namespace Modular.Members.Cells;

/// <summary>Members belong to cells, not to committees or groups.</summary>
/// <param name="Name">The organization that was named.</param>
internal sealed record MembersBelongToCellsOnly(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" không phải là chi bộ. Đảng viên sinh hoạt ở chi bộ.", $"\"{Name}\" is not a cell. Members belong to cells.");
}

/// <summary>A cell that is suspended, ended or only prepared takes nobody in.</summary>
/// <param name="Name">The cell.</param>
internal sealed record CellIsNotActive(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi bộ \"{Name}\" không ở trạng thái đang hoạt động nên không tiếp nhận đảng viên.",
        $"The cell \"{Name}\" is not active, so it takes nobody in.");
}

/// <summary>Nobody belonged to a cell before it was founded.</summary>
/// <param name="Name">The cell.</param>
/// <param name="Day">The day that was given.</param>
/// <param name="FoundedOn">The first day of the cell.</param>
internal sealed record CellDidNotExistOn(string Name, DateOnly Day, DateOnly FoundedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} chưa có chi bộ \"{Name}\" (thành lập {FoundedOn.Vietnamese()}).",
        $"The cell \"{Name}\" did not exist on {Day.English()} (founded on {FoundedOn.English()}).");
}

/// <summary>The user's grants do not reach the cell with this permission.</summary>
/// <param name="Name">The cell.</param>
internal sealed record CellIsOutOfYourReach(string Name) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bạn không được giao quyền thực hiện việc này tại chi bộ \"{Name}\".",
        $"You have not been given the right to do this at the cell \"{Name}\".");
}

/// <summary>The member is in that cell already.</summary>
/// <param name="Name">The cell.</param>
internal sealed record MemberBelongsToThisCellAlready(string Name) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên đang sinh hoạt tại chi bộ \"{Name}\" rồi.", $"The member belongs to the cell \"{Name}\" already.");
}

/// <summary>Who has left the Party or died belongs to no cell.</summary>
internal sealed record MemberHasLeftTheParty : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Người này đã ra khỏi Đảng hoặc đã từ trần.", "This person has left the Party or has died.");
}

/// <summary>Leaving the grassroots organization is a transfer with its papers, not an internal move.</summary>
/// <param name="Name">The cell that was named.</param>
internal sealed record CellIsInAnotherGrassrootsOrganization(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi bộ \"{Name}\" thuộc tổ chức cơ sở đảng khác; hãy làm thủ tục chuyển sinh hoạt đảng.",
        $"The cell \"{Name}\" belongs to another grassroots organization; this takes a transfer of Party activities.");
}
