using System.Globalization;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.DataProtection.Breaches;

/// <summary>The user does not handle breaches of this organization.</summary>
internal sealed record BreachIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Bạn không có quyền xử lý vi phạm này.", "You may not handle this breach.");
}

/// <summary>The step does not follow the state in which the breach is.</summary>
/// <param name="From">The state.</param>
/// <param name="To">The state that was asked for.</param>
internal sealed record BreachStepDoesNotFollow(BreachState From, BreachState To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BreachNotice;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Vi phạm ở trạng thái \"{From.Name().Vietnamese}\" không thể chuyển sang \"{To.Name().Vietnamese}\".",
        $"A breach that is {From.Name().English} cannot become {To.Name().English}.");
}

/// <summary>A moment lies in the future, or before the breach was detected.</summary>
internal sealed record MomentIsNotAfterDetection : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Thời điểm phải sau khi phát hiện vi phạm và không ở tương lai.", "The moment must be after the detection of the breach and not in the future.");
}

/// <summary>Whoever tells the authority late says why.</summary>
/// <param name="DueAt">The last moment at which it would have been in time.</param>
internal sealed record LateNoticeNeedsReason(DateTimeOffset DueAt) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BreachNotice;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thông báo sau thời hạn ({Moment("HH:mm dd/MM/yyyy")}) phải nêu rõ lý do.", $"A notice after the deadline ({Moment("yyyy-MM-dd HH:mm")}) must say why it is late.");

    private string Moment(string format) => DueAt.ToOffset(VietnamTime.Offset).ToString(format, CultureInfo.InvariantCulture);
}
