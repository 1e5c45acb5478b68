using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing;

/// <summary>How far a reorganization has come (ORG-25).</summary>
internal enum ReorganizationState
{
    /// <summary>A scheme that is being written (đề án).</summary>
    Draft,

    /// <summary>The organization board has appraised the scheme (đã thẩm định).</summary>
    Appraised,

    /// <summary>Decided, and waits for its effective day (đã quyết định, chưa có hiệu lực).</summary>
    Decided,

    /// <summary>Carried out (đã có hiệu lực).</summary>
    Effective,

    /// <summary>Given up before it took effect (đã rút).</summary>
    Withdrawn,
}

/// <summary>
/// A reorganization (sắp xếp tổ chức): what is to happen to organizations by one decision from one day on. It is a scheme until it is decided, and can be
/// withdrawn until it takes effect.
/// </summary>
internal sealed class Reorganization : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public int Version { get; private set; }

    /// <summary>The committee that decides: a superior of all that is concerned.</summary>
    public required Guid SuperiorId { get; init; }

    public string Title { get; private set; } = "";

    public string? Reasons { get; private set; }

    /// <summary>When the scheme was last written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    public ReorganizationState State { get; private set; }

    /// <summary>The first day on which it counts.</summary>
    public DateOnly EffectiveOn { get; private set; }

    public DateOnly? AppraisedOn { get; private set; }

    public string? AppraisedBy { get; private set; }

    public string? Appraisal { get; private set; }

    public Guid? DecisionId { get; private set; }

    public DateTimeOffset? TookEffectAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public DateOnly? BlockedOn { get; private set; }

    public string? BlockedBecause { get; private set; }

    /// <summary>Whether the scheme may still be changed, appraised or decided.</summary>
    public bool IsOpen => State is ReorganizationState.Draft or ReorganizationState.Appraised;

    /// <summary>Writes the scheme; an appraisal of what it was before counts no more.</summary>
    public void Write(string title, string? reasons, DateOnly effectiveOn, DateTimeOffset now)
    {
        WrittenAt = now;
        Title = title;
        Reasons = reasons;
        EffectiveOn = effectiveOn;
        State = ReorganizationState.Draft;
        (AppraisedOn, AppraisedBy, Appraisal) = (null, null, null);
    }

    /// <summary>Records the appraisal.</summary>
    public void Appraise(DateOnly on, string by, string? opinion)
    {
        State = ReorganizationState.Appraised;
        (AppraisedOn, AppraisedBy, Appraisal) = (on, by, opinion);
    }

    /// <summary>Records the decision; it takes effect on its day.</summary>
    public void Decide(DecisionDocument decision)
    {
        State = ReorganizationState.Decided;
        DecisionId = decision.Id;
    }

    /// <summary>Records that it was carried out.</summary>
    public void TakeEffect(DateTimeOffset now)
    {
        State = ReorganizationState.Effective;
        TookEffectAt = now;
        (BlockedOn, BlockedBecause) = (null, null);
    }

    /// <summary>Records why it could not take effect.</summary>
    public void Block(DateOnly on, string because) => (BlockedOn, BlockedBecause) = (on, because);

    /// <summary>Gives it up.</summary>
    public void Withdraw(string reason)
    {
        State = ReorganizationState.Withdrawn;
        WithdrawalReason = reason;
    }
}
