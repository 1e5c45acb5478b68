using Modular.Kernel.Provinces;
using Modular.Members.Memberships;

namespace Modular.Members.Badges;

/// <summary>A Party badge (Huy hiệu Đảng) that a member was awarded; each step once. After death the family keeps it (MEM-44).</summary>
internal sealed class Badge : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The step: years of Party age (30 năm tuổi đảng …).</summary>
    public int Years { get; init; }

    /// <summary>How it was awarded.</summary>
    public BadgeAward Award { get; init; }

    /// <summary>The day of the award.</summary>
    public DateOnly AwardedOn { get; init; }

    /// <summary>Number and symbol of the decision (số quyết định tặng Huy hiệu Đảng).</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The round in which it was decided; null for badges of before.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>The day on which a lost or damaged badge was issued again, the last time (ngày cấp lại).</summary>
    public DateOnly? ReissuedOn { get; set; }

    /// <summary>The day on which it was returned by somebody who was expelled or removed (ngày nộp lại).</summary>
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Who took it back (người thu lại).</summary>
    public string? ReturnTakenBy { get; set; }

    /// <summary>The day on which it was established that it does not come back.</summary>
    public DateOnly? NotReturnedOn { get; set; }

    /// <summary>Why it does not (lý do không thu lại được).</summary>
    public string? NotReturnedBecause { get; set; }
}

/// <summary>How a badge is awarded.</summary>
internal enum BadgeAward
{
    /// <summary>On the award day after the step was reached.</summary>
    Regular,

    /// <summary>Before the step, to the gravely ill (tặng sớm), MEM-43.</summary>
    Early,

    /// <summary>After death (truy tặng), MEM-43.</summary>
    Posthumous,
}
