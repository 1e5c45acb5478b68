using Modular.Kernel.Results;

namespace Modular.Organizations.Reorganizing;

/// <summary>A scheme that was decided or withdrawn is not written, appraised or decided any more.</summary>
/// <param name="State">Its state.</param>
internal sealed record ReorganizationIsClosed(ReorganizationState State) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đề án đã ở trạng thái {ReorganizationTexts.Of(State).Vietnamese}, không sửa, thẩm định hoặc quyết định được nữa.",
        $"The scheme is {ReorganizationTexts.Of(State).English} and is not written, appraised or decided any more.");
}

/// <summary>A reorganization can be withdrawn until it takes effect.</summary>
/// <param name="State">Its state.</param>
internal sealed record ReorganizationCannotBeWithdrawn(ReorganizationState State) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Việc sắp xếp {ReorganizationTexts.Of(State).Vietnamese} nên không rút được; cần một quyết định mới.",
        $"The reorganization is {ReorganizationTexts.Of(State).English} and cannot be withdrawn; it takes a new decision.");
}

/// <summary>A scheme is appraised by the organization board before it is decided (ORG-25).</summary>
internal sealed record SchemeWasNotAppraised : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đề án chưa được cơ quan tổ chức thẩm định.",
        "The organization board has not appraised the scheme yet.");
}

/// <summary>A scheme does something.</summary>
/// <param name="Maximum">How many steps there may be.</param>
internal sealed record SchemeNeedsSteps(int Maximum) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đề án phải có từ 1 đến {Maximum} bước.",
        $"A scheme has between 1 and {Maximum} steps.");
}

/// <summary>A step lacks what its kind needs.</summary>
/// <param name="Kind">What the step does.</param>
/// <param name="What">The input's field that is missing.</param>
internal sealed record StepLacks(ReorganizationStepKind Kind, string What) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bước {ReorganizationTexts.Of(Kind).Vietnamese} thiếu thông tin: {What}.",
        $"The step to {ReorganizationTexts.Of(Kind).English} lacks {What}.");
}

/// <summary>A step names an organization by a key that no earlier step founds.</summary>
/// <param name="Key">The key.</param>
internal sealed record KeyIsUnknown(string Key) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không có bước thành lập nào trước đó mang khóa \"{Key}\".",
        $"No earlier step founds an organization under the key \"{Key}\".");
}

/// <summary>Two steps found an organization under the same key.</summary>
/// <param name="Key">The key.</param>
internal sealed record KeyIsUsedTwice(string Key) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Khóa \"{Key}\" được dùng cho hai bước thành lập.",
        $"The key \"{Key}\" is used by two steps that found an organization.");
}

/// <summary>A member stands on one list of a decision only.</summary>
internal sealed record MemberIsOnTwoLists : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Một đảng viên có tên trong hai danh sách của cùng một đề án.",
        "A member stands on two lists of the same scheme.");
}

/// <summary>An organization is not merged into itself, nor into what lies below it or works on another level.</summary>
/// <param name="Name">The organization.</param>
/// <param name="IntoName">The other.</param>
internal sealed record OrganizationsDoNotMerge(string Name, string IntoName) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không thể sáp nhập \"{Name}\" vào \"{IntoName}\": cùng một tổ chức, tổ chức cấp dưới, hoặc không cùng loại (chi bộ với chi bộ, đảng bộ với đảng bộ).",
        $"\"{Name}\" cannot be merged into \"{IntoName}\": it is the same, lies below it, or is not of the same sort (cells merge with cells, committees with committees).");
}

/// <summary>An organization is split into at least one other, and into so many at most.</summary>
/// <param name="Parts">Into how many the scheme splits it.</param>
/// <param name="Most">How many there may be.</param>
internal sealed record SplitHasWrongNumberOfParts(int Parts, int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Một tổ chức được chia tách thành từ 2 đến {Most} tổ chức; đề án nêu {Parts}.",
        $"An organization is split into 2 to {Most} organizations; the scheme founds {Parts}.");
}

/// <summary>Members of the list do not stand in the organization from which they are to be moved.</summary>
/// <param name="Count">How many.</param>
internal sealed record ListNamesOthers(int Count) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Danh sách có {Count} người không sinh hoạt tại tổ chức chuyển đi vào ngày có hiệu lực.",
        $"{Count} people of the list do not stand in the organization that gives them on the effective day.");
}

/// <summary>Members belong to cells only.</summary>
/// <param name="Name">The organization that is no cell.</param>
internal sealed record MembersAreInCellsOnly(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" không phải là chi bộ nên không có đảng viên trực tiếp.",
        $"\"{Name}\" is not a cell, so members do not belong to it directly.");
}

/// <summary>A cell that a reorganization founds, or from which it takes members, has enough official members.</summary>
/// <param name="Name">The cell.</param>
/// <param name="Official">How many it would have.</param>
/// <param name="Least">How many it needs.</param>
internal sealed record CellWouldHaveTooFewMembers(string Name, int Official, int Least) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellMinimum;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" chỉ còn {Official} đảng viên chính thức; chi bộ phải có ít nhất {Least}.",
        $"\"{Name}\" would have {Official} official members; a cell needs at least {Least}.");
}

/// <summary>A grassroots organization below 30 members is a cell, from 30 on a committee, unless the directly superior committee consented before.</summary>
/// <param name="Name">The organization.</param>
/// <param name="Official">How many official members it would have.</param>
/// <param name="Limit">From how many on it is a committee.</param>
internal sealed record KindDoesNotFitSize(string Name, int Official, int Limit) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.GrassrootsSize;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" có {Official} đảng viên chính thức: dưới {Limit} là chi bộ cơ sở, từ {Limit} trở lên là đảng bộ cơ sở, trừ khi cấp ủy cấp trên trực tiếp đã đồng ý bằng văn bản.",
        $"\"{Name}\" would have {Official} official members: below {Limit} it is a grassroots cell, from {Limit} on a grassroots committee, unless the directly superior committee consented in writing.");
}

/// <summary>The kind is the one that the organization has.</summary>
/// <param name="Kind">The kind's code.</param>
internal sealed record KindIsTheSame(string Kind) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tổ chức này đang là loại hình \"{Kind}\".",
        $"The organization is of the kind \"{Kind}\" already.");
}

/// <summary>A decision is recorded when it was made.</summary>
/// <param name="DecidedOn">The date of the decision.</param>
/// <param name="Today">Today in Vietnam.</param>
internal sealed record DecisionIsInTheFuture(DateOnly DecidedOn, DateOnly Today) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày ký quyết định hoặc thẩm định ({DecidedOn:dd/MM/yyyy}) ở sau hôm nay ({Today:dd/MM/yyyy}).",
        $"The date of the decision or appraisal ({DecidedOn:yyyy-MM-dd}) is after today ({Today:yyyy-MM-dd}).");
}

/// <summary>A list names people who are not in the register, or whom the user may not see.</summary>
/// <param name="Count">How many.</param>
internal sealed record MembersAreUnknown(int Count) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Danh sách có {Count} người không tìm thấy trong sổ đảng viên.",
        $"{Count} people of the list were not found in the register.");
}
