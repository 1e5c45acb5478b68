using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>What a working member said at a meeting (ý kiến đóng góp), what became of it and what was answered.</summary>
internal sealed class Opinion : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; init; }

    /// <summary>The introduction by which the member belongs there.</summary>
    public Guid IntroductionId { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The residential cell.</summary>
    public Guid CellId { get; init; }

    /// <summary>What was said.</summary>
    public string Content { get; init; } = "";

    /// <summary>The day of the meeting.</summary>
    public DateOnly RecordedOn { get; init; }

    /// <summary>What was answered (tiếp thu, giải trình).</summary>
    public string? Answer { get; private set; }

    /// <summary>The day of the answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>What is done about it, and by whom.</summary>
    public string? FollowUp { get; private set; }

    /// <summary>It was answered.</summary>
    public void Reply(string answer, string? followUp, DateOnly on) => (Answer, FollowUp, AnsweredOn) = (answer, followUp, on);
}
