using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight;

/// <summary>Committee members are put in charge of cells: that is where members meet.</summary>
internal sealed record OnlyCellsAreOverseen : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Attendance;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Chỉ phân công phụ trách chi bộ.", "Only cells are put in somebody's charge.");
}

/// <summary>Whoever is put in charge holds a post in a committee.</summary>
internal sealed record OverseerHoldsNoCommitteePost : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Attendance;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Người được phân công không phải là cấp ủy viên.", "The person holds no post in a committee.");
}

/// <summary>A committee member is put in charge of a cell once.</summary>
internal sealed record OverseerIsInChargeAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Attendance;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Cấp ủy viên này đang phụ trách chi bộ đó.", "This committee member is in charge of that cell already.");
}

/// <summary>What is recorded falls into the time of the assignment, and has happened.</summary>
internal sealed record DayIsOutsideTheAssignment : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Attendance;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày nêu không nằm trong thời gian phân công.", "The day is not within the time of the assignment, or is still to come.");
}

/// <summary>Steps follow each other.</summary>
/// <param name="From">The state.</param>
/// <param name="To">What was to come.</param>
internal sealed record OversightStepDoesNotFollow(string From, string To) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new($"Không thể chuyển từ {From} sang {To}.", $"{To} does not follow {From}.");
}

/// <summary>A step says what it needs: an answer its text, a rejection its reason, an assignment who is to act, a problem its kind.</summary>
internal sealed record StepSaysWhatItNeeds : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Recommendations;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Bước này thiếu nội dung bắt buộc.", "This step lacks what it needs.");
}

/// <summary>A campaign's code is its own.</summary>
internal sealed record CampaignCodeIsTaken : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Campaigns;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Mã đợt vận động đã được dùng.", "The campaign's code is taken.");
}

/// <summary>Work among households ends with the campaign; their data are deleted after it, not before.</summary>
/// <param name="HasEnded">Whether the campaign has ended.</param>
internal sealed record CampaignDoesNotAllowThis(bool HasEnded) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LeastData;

    /// <inheritdoc />
    protected override LocalizedText Text => HasEnded
        ? new("Đợt vận động đã kết thúc.", "The campaign has ended.")
        : new("Đợt vận động chưa kết thúc.", "The campaign has not ended yet.");
}

/// <summary>Whoever is in charge of households is a member.</summary>
internal sealed record PersonInChargeIsNoMember : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Campaigns;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Người phụ trách hộ phải là đảng viên.", "Whoever is in charge of households is a Party member.");
}

/// <summary>A member has so many households as they can visit; more is for whoever says so.</summary>
/// <param name="Households">How many they would have.</param>
/// <param name="Maximum">How many the policy allows.</param>
internal sealed record MemberWouldHaveTooManyHouseholds(int Households, int Maximum) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Load;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên sẽ phụ trách {Households} hộ, quá mức {Maximum} hộ. Nếu vẫn phân công, hãy xác nhận.",
        $"The member would be in charge of {Households} households, more than {Maximum}. Confirm it if that is meant.");
}
