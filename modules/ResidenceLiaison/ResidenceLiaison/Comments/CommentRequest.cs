using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>
/// That a comment of the residence on a member is asked for (phiếu xin ý kiến chi ủy nơi cư trú, mẫu 3-213), and how far it has come. Both sides see it; what is written stands in <see cref="Comment"/>.
/// </summary>
internal sealed class CommentRequest : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The yearly round; null where a comment was asked for by itself.</summary>
    public Guid? RoundId { get; private set; }

    /// <summary>For what it is asked for (RES-06).</summary>
    public ResidenceCommentPurpose Purpose { get; private set; }

    /// <summary>The year about which it is.</summary>
    public int Year { get; private set; }

    /// <summary>Who asks: the workplace, or whoever opened the round.</summary>
    public Guid RequesterId { get; private set; }

    /// <summary>The introduction by which the member belongs to the residence.</summary>
    public Guid IntroductionId { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The member's own cell (chi bộ nơi công tác).</summary>
    public Guid OwnCellId { get; private set; }

    /// <summary>The grassroots organization to which that cell belongs.</summary>
    public Guid WorkplaceId { get; private set; }

    /// <summary>The commune committee; null where no letter was sent.</summary>
    public Guid? ReceiverId { get; private set; }

    /// <summary>The residential cell; null where the member was never received.</summary>
    public Guid? CellId { get; private set; }

    /// <summary>How far it has come.</summary>
    public CommentState State { get; private set; }

    /// <summary>The day on which it was asked for.</summary>
    public DateOnly RequestedOn { get; private set; }

    /// <summary>The last day on which the comment goes to the workplace, by the policy of the day on which it was asked for.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What was said with the request.</summary>
    public string? Note { get; private set; }

    /// <summary>The day on which the cell signed.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The day on which the commune committee certified.</summary>
    public DateOnly? CertifiedOn { get; private set; }

    /// <summary>The day on which the comment first went to the workplace.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>The day on which the workplace received the version that holds.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The day on which the member was told of the version that holds.</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>What the comment that was sent comes to in statistics.</summary>
    public CommentOutcome? Outcome { get; private set; }

    /// <summary>The day on which it was returned or cancelled.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why there will be no comment.</summary>
    public CommentClosing? ClosingReason { get; private set; }

    /// <summary>What was said about that.</summary>
    public string? ClosingNote { get; private set; }

    /// <summary>Asks for a comment; a member who was never received cannot be commented on, so that the request comes back at once (RES-15).</summary>
    public static CommentRequest Ask(Introduction introduction, ResidenceCommentPurpose purpose, DateOnly on, DateOnly dueOn, string? note)
    {
        var request = new CommentRequest
        {
            Id = Guid.CreateVersion7(),
            Purpose = purpose,
            Year = on.Year,
            RequesterId = introduction.WorkplaceId,
            IntroductionId = introduction.Id,
            MemberId = introduction.MemberId,
            OwnCellId = introduction.CellId,
            WorkplaceId = introduction.WorkplaceId,
            ReceiverId = introduction.ReceiverId,
            CellId = introduction.ResidenceCellId,
            RequestedOn = on,
            DueOn = dueOn,
            Note = note,
        };
        if (introduction.ResidenceCellId is null)
            request.Return(CommentClosing.NeverReceived, on, note: null);
        return request;
    }

    /// <summary>The first version comes as far as this; later versions show when they are sent.</summary>
    public void Advance(Comment comment)
    {
        if (SentOn is not null && !comment.State.IsSent())
            return;
        (State, SignedOn, CertifiedOn) = (comment.State, comment.SignedOn, comment.CertifiedOn);
        if (!comment.State.IsSent())
            return;
        (SentOn, ReceivedOn, ToldOn, Outcome) = (SentOn ?? comment.SentOn, comment.ReceivedOn, comment.ToldOn, comment.Outcome);
    }

    /// <summary>There will be no comment.</summary>
    public void Return(CommentClosing reason, DateOnly on, string? note) =>
        (State, ClosingReason, ClosedOn, ClosingNote) = (CommentState.Returned, reason, on, note);
}
