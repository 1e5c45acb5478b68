using Modular.Kernel.Results;

namespace Modular.DataProtection.Retention;

/// <summary>Data are erased by somebody whose rights cover the province, and who did not propose it.</summary>
internal sealed record ErasureTakesASecondPersonOfTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Retention;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Việc xóa dữ liệu phải do người thứ hai, có quyền trên toàn tỉnh, phê duyệt.", "An erasure is approved by a second person whose rights cover the province.");
}

/// <summary>The data of a person are still to be kept, or are erased already.</summary>
/// <param name="LeftBefore">Whoever left before this day may be erased.</param>
internal sealed record DataAreStillToBeKept(DateOnly LeftBefore) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Retention;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chỉ xóa dữ liệu của người đã ra khỏi Đảng trước ngày {LeftBefore.Vietnamese()} và chưa được xóa.",
        $"Only data of persons who left before {LeftBefore.English()} and are not erased yet may be erased.");
}

/// <summary>The erasure was executed or rejected already.</summary>
internal sealed record ErasureIsClosed : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Việc xóa này đã được giải quyết.", "This erasure was decided already.");
}

/// <summary>A request to delete is met when the data are erased.</summary>
internal sealed record DataAreNotErasedYet : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RightsOfTheSubject;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Dữ liệu của người này chưa được xóa; hãy đề xuất xóa, hoặc từ chối vì còn phải lưu giữ.",
        "The data of this person are not erased yet: propose an erasure, or refuse because they are still to be kept.");
}
