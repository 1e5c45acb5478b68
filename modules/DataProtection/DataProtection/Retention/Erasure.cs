using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Provinces;

namespace Modular.DataProtection.Retention;

/// <summary>How far an erasure has come.</summary>
internal enum ErasureState
{
    /// <summary>Somebody proposed it (đã đề xuất).</summary>
    Proposed,

    /// <summary>Somebody else approved it, and it was done (đã duyệt và xóa).</summary>
    Executed,

    /// <summary>It was rejected, or withdrawn (đã bác, đã rút).</summary>
    Rejected,
}

/// <summary>An act that erases what names persons whose data are no more to be kept (xóa dữ liệu hết thời hạn lưu giữ).</summary>
internal sealed class Erasure : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>How far it has come.</summary>
    public ErasureState State { get; private set; }

    /// <summary>Which classes of data it erases: names of <c>RetentionClass</c>. Of each person those of them that were due when it was proposed.</summary>
    public string[] Classes { get; init; } = [];

    /// <summary>How many persons it is about.</summary>
    public int PersonCount { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Number and symbol of the decision on which it rests.</summary>
    public string DecisionNumber { get; init; } = "";

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The account that proposed it; null for the system itself.</summary>
    public Guid? ProposedById { get; init; }

    /// <summary>Who proposed it.</summary>
    public string ProposedBy { get; init; } = "";

    /// <summary>When it was executed or rejected.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who executed or rejected it.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>Through how many rows it went, changes in the history included.</summary>
    public long? RowCount { get; private set; }

    /// <summary>The digest over all changes of the history that it erased, by which the verifier of the history knows them.</summary>
    public string? HistoryDigest { get; private set; }

    /// <summary>It was done.</summary>
    public void Execute(DateTimeOffset now, string by, long rows, string historyDigest) =>
        (State, ClosedAt, ClosedBy, RowCount, HistoryDigest) = (ErasureState.Executed, now, by, rows, historyDigest);

    /// <summary>It was rejected.</summary>
    public void Reject(DateTimeOffset now, string by, string reason) =>
        (State, ClosedAt, ClosedBy, RejectionReason) = (ErasureState.Rejected, now, by, reason);
}

/// <summary>A class of data of a person that an erasure is about (dữ liệu được xóa).</summary>
internal sealed class ErasedPerson : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The erasure.</summary>
    public Guid ErasureId { get; init; }

    /// <summary>The person of the register.</summary>
    public Guid MemberId { get; init; }

    /// <summary>What is erased of them.</summary>
    public RetentionClass RetentionClass { get; init; }

    /// <summary>When it was erased; null while it is proposed.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
}
