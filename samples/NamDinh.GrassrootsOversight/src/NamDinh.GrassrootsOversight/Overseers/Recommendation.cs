using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>A recommendation or obstacle (kiến nghị, vướng mắc) that a visit brought up, with an answer clock (OV-07).</summary>
internal sealed class Recommendation : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The visit.</summary>
    public Guid VisitId { get; init; }

    /// <summary>The cell in which it was raised.</summary>
    public Guid CellId { get; init; }

    /// <summary>The organization that is to answer.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What is recommended. It names no person.</summary>
    public string Content { get; init; } = "";

    /// <summary>How far it has come.</summary>
    public RecommendationState State { get; private set; }

    /// <summary>The day on which it was raised.</summary>
    public DateOnly RaisedOn { get; init; }

    /// <summary>The last day for an answer, by the policy of the day on which it was raised.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The answer, or why it was rejected.</summary>
    public string? Answer { get; private set; }

    /// <summary>The day of the answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>It is this organization's to answer.</summary>
    public Recommendation GiveTo(Guid ownerId)
    {
        OwnerId = ownerId;
        return this;
    }

    /// <summary>It comes further without an end.</summary>
    public void Advance(RecommendationState to) => State = to;

    /// <summary>It ends with an answer, or with a reason.</summary>
    public void Close(RecommendationState to, string answer, DateOnly on) => (State, Answer, AnsweredOn) = (to, answer, on);
}

/// <summary>How far a recommendation has come.</summary>
internal enum RecommendationState
{
    /// <summary>It was brought up (đã nêu).</summary>
    Raised,

    /// <summary>It was taken on (đã tiếp nhận).</summary>
    Accepted,

    /// <summary>An organization was told to act (đã giao).</summary>
    Assigned,

    /// <summary>The matter is settled (đã giải quyết).</summary>
    Solved,

    /// <summary>Those who raised it were answered (đã trả lời).</summary>
    Answered,

    /// <summary>It was not taken on, for a reason (không tiếp nhận).</summary>
    Rejected,
}

/// <summary>Which states follow each other.</summary>
internal static class RecommendationStates
{
    /// <summary>One after the other; what was not taken on yet may be rejected.</summary>
    public static bool MayBecome(this RecommendationState from, RecommendationState to) => to == RecommendationState.Rejected
        ? from == RecommendationState.Raised
        : from < RecommendationState.Answered && to == from + 1;

    /// <summary>Whether it is over.</summary>
    public static bool IsClosed(this RecommendationState state) => state is RecommendationState.Answered or RecommendationState.Rejected;
}
