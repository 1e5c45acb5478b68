namespace Modular.Kernel.Results;

/// <summary>Somebody else changed the object since the caller read it; nothing was written.</summary>
/// <param name="ExpectedVersion">The version that the caller sent.</param>
/// <param name="CurrentVersion">The version that stands now, or null where it is not known.</param>
public sealed record StaleVersion(int ExpectedVersion, int? CurrentVersion) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bản ghi đã được người khác sửa sau khi bạn mở (phiên bản {ExpectedVersion}). Hãy tải lại rồi sửa tiếp.",
        $"The record was changed by someone else after you opened it (version {ExpectedVersion}). Reload it and try again.");
}

/// <summary>A value has the wrong form; the sentence says what form it takes.</summary>
/// <param name="Reason">What is wrong, in both languages.</param>
public sealed record InvalidInput(LocalizedText Reason) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => Reason;
}

/// <summary>What the input refers to does not exist, or the caller may not see it: the two are not told apart.</summary>
/// <param name="What">The kind of thing, for instance <c>Organization</c>.</param>
public sealed record NotFound(string What) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không tìm thấy đối tượng ({What}) hoặc bạn không có quyền xem.",
        $"The {What} was not found, or you may not see it.");
}

/// <summary>The idempotency key was used before with another input.</summary>
public sealed record IdempotencyKeyWasUsedForAnotherInput : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Khóa chống lặp (Idempotency-Key) này đã được dùng cho một yêu cầu khác.",
        "This idempotency key was already used for another request.");
}

/// <summary>What is decided or recorded about a member is not by that member; what they may say of themselves is named where it is changed.</summary>
public sealed record NobodyActsOnTheirOwnCase : Problem
{
    private static readonly RuleReference OwnCase = new("access", "Không ai tự giải quyết việc của mình / Nobody acts on their own case");

    /// <inheritdoc />
    public override RuleReference Rule => OwnCase;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không thể tự ghi nhận việc này cho chính mình; hãy nhờ cán bộ khác.",
        "You cannot record this about yourself; another officer must do it.");
}
