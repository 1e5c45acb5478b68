using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>The user does not act for the organization whose turn it is.</summary>
internal sealed record IntroductionIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không có quyền thực hiện bước này thay cho tổ chức có trách nhiệm.", "You may not take this step for the organization whose turn it is.");
}

/// <summary>The step does not follow the state in which the introduction is.</summary>
/// <param name="From">The state.</param>
/// <param name="To">The state that was asked for.</param>
internal sealed record IntroductionStepDoesNotFollow(IntroductionState From, IntroductionState To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReceivedAndAssigned;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Việc giới thiệu ở trạng thái \"{From.Name().Vietnamese}\" không thể chuyển sang \"{To.Name().Vietnamese}\".",
        $"An introduction that is {From.Name().English} cannot become {To.Name().English}.");
}

/// <summary>Whoever is exempt from introduction, or lives where their cell is, is not introduced.</summary>
/// <param name="Category">The category.</param>
internal sealed record MemberIsNotToBeIntroduced(LiaisonCategory Category) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIsExempt;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên thuộc diện \"{Category.Name().Vietnamese}\", không phải giới thiệu.", $"The member is {Category.Name().English} and is not introduced.");
}

/// <summary>A letter says where the member lives.</summary>
internal sealed record ResidenceOfMemberIsNotKnown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroducedAnew;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chưa có thông tin nơi cư trú của đảng viên; hãy cập nhật trước khi giới thiệu.", "It is not known where the member lives; record it before the introduction.");
}

/// <summary>A letter is addressed to the grassroots committee of the place.</summary>
internal sealed record ReceiverIsNoGrassrootsOrganization : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReceivedAndAssigned;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Nơi nhận giấy giới thiệu phải là đảng ủy (chi bộ) cơ sở xã, phường đang hoạt động.", "A letter is addressed to a grassroots organization of a commune or ward that exists.");
}

/// <summary>The commune committee assigns members to cells of its own.</summary>
internal sealed record CellDoesNotBelongToTheReceiver : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReceivedAndAssigned;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chi bộ nơi cư trú phải thuộc đảng ủy xã, phường đã tiếp nhận giấy giới thiệu.", "The cell must belong to the committee that received the letter.");
}

/// <summary>Whoever follows members is a member of the workplace's committee.</summary>
internal sealed record FollowerIsNotInTheCommittee : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Followers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Người theo dõi phải là cấp ủy viên của tổ chức cơ sở đảng hoặc chi bộ nơi đảng viên công tác.",
        "The follower must hold a post in the committee of the member's grassroots organization or cell.");
}

/// <summary>Nobody follows themselves.</summary>
internal sealed record NobodyFollowsThemselves : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Followers;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Cấp ủy viên không tự theo dõi chính mình.", "Nobody follows themselves.");
}
