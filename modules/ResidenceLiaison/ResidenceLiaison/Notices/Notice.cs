using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>
/// What the committee of the workplace and that of the residence tell each other of a member (thông báo, trao đổi giữa hai cấp ủy). All notices of an introduction are one thread, which both
/// sides see.
/// </summary>
internal sealed class Notice : IProvinceOwned, IVersioned
{
    private Notice()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The introduction: the thread.</summary>
    public Guid IntroductionId { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Full name (họ và tên), as the letter says it.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Which of the two committees it is for.</summary>
    public NoticeDirection Direction { get; private set; }

    /// <summary>What it tells.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>How far it has come there.</summary>
    public NoticeState State { get; private set; }

    /// <summary>The member's own cell when it was sent.</summary>
    public Guid CellId { get; private set; }

    /// <summary>The commune committee that has the letter.</summary>
    public Guid ReceiverId { get; private set; }

    /// <summary>The residential cell; null where the member was not assigned to one yet.</summary>
    public Guid? ResidenceCellId { get; private set; }

    /// <summary>The organization that tells.</summary>
    public Guid SenderId { get; private set; }

    /// <summary>The organization that takes note: the workplace; the residential cell, or the commune committee before there is one.</summary>
    public Guid AddresseeId { get; private set; }

    /// <summary>The day of what it tells.</summary>
    public DateOnly HappenedOn { get; private set; }

    /// <summary>The day on which it was sent, and lay there.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>The last day on which the other side takes note, by the policy of the day on which it was sent.</summary>
    public DateOnly AcknowledgeBy { get; private set; }

    /// <summary>Whether the register told it by itself, by what was recorded elsewhere.</summary>
    public bool IsAutomatic { get; private set; }

    /// <summary>What is written.</summary>
    public string? Content { get; private set; }

    /// <summary>Of an absence: the meeting.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>The day on which it was read first.</summary>
    public DateOnly? ReadOn { get; private set; }

    /// <summary>The day on which the other side took note.</summary>
    public DateOnly? AcknowledgedOn { get; private set; }

    /// <summary>Of a proposal: the last day for the answer.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>Of a proposal: what became of it.</summary>
    public ProposalResult? Result { get; private set; }

    /// <summary>Of a proposal: what was answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>Of a proposal: the day of the answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Sends a notice within an introduction whose letter is out, or was.</summary>
    public static Notice Send(Introduction introduction, NoticeTelling telling, NoticeDates dates)
    {
        var toResidence = telling.Direction == NoticeDirection.ToResidence;
        var residence = introduction.ResidenceCellId ?? introduction.ReceiverId!.Value;
        return new Notice
        {
            Id = Guid.CreateVersion7(),
            IntroductionId = introduction.Id,
            MemberId = introduction.MemberId,
            FullName = introduction.FullName!,
            Direction = telling.Direction,
            Kind = telling.Kind,
            CellId = introduction.CellId,
            ReceiverId = introduction.ReceiverId!.Value,
            ResidenceCellId = introduction.ResidenceCellId,
            SenderId = toResidence ? introduction.WorkplaceId : residence,
            AddresseeId = toResidence ? residence : introduction.WorkplaceId,
            HappenedOn = telling.HappenedOn,
            SentOn = dates.SentOn,
            AcknowledgeBy = dates.AcknowledgeBy,
            AnswerBy = telling.Kind.IsProposal() ? dates.AnswerBy : null,
            IsAutomatic = telling.IsAutomatic,
            Content = telling.Content,
            MeetingId = telling.MeetingId,
        };
    }

    /// <summary>Somebody of the other side has read it.</summary>
    public void BeRead(DateOnly on) => (State, ReadOn) = (NoticeState.Read, on);

    /// <summary>The other side takes note.</summary>
    public void Acknowledge(DateOnly on) => (State, ReadOn, AcknowledgedOn) = (NoticeState.Acknowledged, ReadOn ?? on, on);

    /// <summary>The workplace answers a proposal, and has thereby taken note of it.</summary>
    public void BeAnswered(ProposalResult result, string answer, DateOnly on)
    {
        Acknowledge(AcknowledgedOn ?? on);
        (State, Result, Answer, AnsweredOn) = (NoticeState.Answered, result, answer, on);
    }

    /// <summary>What it told was corrected.</summary>
    public void Withdraw() => State = NoticeState.Withdrawn;
}

/// <summary>What is told.</summary>
/// <param name="Kind">What.</param>
/// <param name="Direction">To whom.</param>
/// <param name="HappenedOn">The day of what is told.</param>
internal sealed record NoticeTelling(NoticeKind Kind, NoticeDirection Direction, DateOnly HappenedOn)
{
    /// <summary>What is written; null where the kind says it all.</summary>
    public string? Content { get; init; }

    /// <summary>Of an absence: the meeting.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>Whether the register tells it by itself.</summary>
    public bool IsAutomatic { get; init; }
}

/// <summary>The days of a notice.</summary>
/// <param name="SentOn">The day on which it is sent.</param>
/// <param name="AcknowledgeBy">The last day to take note.</param>
/// <param name="AnswerBy">The last day to answer a proposal.</param>
internal sealed record NoticeDates(DateOnly SentOn, DateOnly AcknowledgeBy, DateOnly AnswerBy);
