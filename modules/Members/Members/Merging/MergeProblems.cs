using Modular.Kernel.Results;

namespace Modular.Members.Merging;

/// <summary>Two numbers of identity that are not alike are two persons; a wrong one is corrected first.</summary>
internal sealed record RecordsBearDifferentNumbers : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CitizenIdentity;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Hai hồ sơ mang hai số căn cước khác hẳn nhau nên là hai người; nếu một số ghi sai thì điều chỉnh trước khi gộp.",
        "The records bear numbers of identity that are not alike, which are two persons; where one is wrong it is corrected first.");
}

/// <summary>Somebody found out that these are two persons.</summary>
internal sealed record PersonsWereToldApart : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Hai hồ sơ này đã được xác minh là của hai người.", "It was found out that these are two persons; reopen the pair where that was wrong.");
}

/// <summary>The record is in another merge.</summary>
internal sealed record RecordIsInAnotherMerge : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Hồ sơ này đang nằm trong một đề nghị gộp khác.", "The record is part of another merge that is proposed.");
}

/// <summary>A transfer of the record that goes is under way.</summary>
internal sealed record DroppedRecordIsBeingTransferred : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Hồ sơ bị gộp đang làm thủ tục chuyển sinh hoạt; hãy kết thúc trước.", "A transfer of the record that goes is under way; end it first.");
}

/// <summary>Whoever proposes a merge does not carry it out.</summary>
internal sealed record MergeTakesASecondPerson : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Người đề nghị gộp không tự duyệt; phải có người thứ hai.", "Whoever proposed the merge does not carry it out; a second person does.");
}

/// <summary>The merge does not stand where this act needs it.</summary>
/// <param name="State">Where it stands.</param>
internal sealed record MergeStandsElsewhere(MemberMergeState State) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Việc gộp hồ sơ không còn ở bước này.", "The merge is not at this step any more.");
}

/// <summary>The time in which a merge can be undone is over.</summary>
/// <param name="Days">How many days it has.</param>
internal sealed record MergeCanNoLongerBeUndone(int Days) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã quá {Days} ngày kể từ khi gộp nên không hoàn tác được.", $"More than {Days} days have gone by since the merge; it cannot be undone.");
}

/// <summary>Something that the merge changed was changed since.</summary>
/// <param name="Count">How many rows.</param>
internal sealed record MergedRecordsWereChanged(int Count) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"{Count} dữ kiện đã thay đổi sau khi gộp nên không hoàn tác được.", $"{Count} facts were changed since the merge, so that it cannot be undone.");
}
