using Modular.Kernel.Provinces;
using Modular.Members.Memberships;

namespace Modular.Members.Dues;

/// <summary>Whether a member paid dues for a month (đóng đảng phí). Amounts are kept where dues are paid, not here.</summary>
internal sealed class DuesMonth : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; init; }

    /// <summary>Whether dues were paid.</summary>
    public DuesState State { get; set; }

    /// <summary>The good reason for which they were not, or for which the member is exempted.</summary>
    public string? Reason { get; set; }
}

/// <summary>Whether dues of a month were paid.</summary>
internal enum DuesState
{
    /// <summary>Paid (đã đóng).</summary>
    Paid,

    /// <summary>Not paid, for a good reason (chưa đóng, có lý do chính đáng).</summary>
    UnpaidWithReason,

    /// <summary>Not paid without good reason (không đóng); three such months in a year are a case of removal from the list (REM-06).</summary>
    UnpaidWithoutReason,

    /// <summary>Exempted from paying (được miễn đóng).</summary>
    Exempted,
}
