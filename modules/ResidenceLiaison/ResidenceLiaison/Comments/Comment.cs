using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>
/// What the residential cell and the Front work committee write about a working member (phiếu nhận xét nơi cư trú, mẫu 3-213), RES-05. The residence sees it from the draft on, the workplace when it was
/// sent, the member when they were told. What was sent stays; a correction is another version.
/// </summary>
internal sealed class Comment : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The request that it answers.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The version, counted from 1: what was sent is corrected by another one.</summary>
    public int Revision { get; private set; }

    /// <summary>The introduction by which the member belongs to the residence.</summary>
    public Guid IntroductionId { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The member, once they were told.</summary>
    public Guid? ToldMemberId { get; private set; }

    /// <summary>The residential cell.</summary>
    public Guid CellId { get; private set; }

    /// <summary>The commune committee.</summary>
    public Guid ReceiverId { get; private set; }

    /// <summary>The member's own cell, once it was sent.</summary>
    public Guid? WorkplaceCellId { get; private set; }

    /// <summary>The year about which it is.</summary>
    public int Year { get; private set; }

    /// <summary>How far this version has come.</summary>
    public CommentState State { get; private set; }

    /// <summary>The level, by its code in the province's scale.</summary>
    public string Level { get; private set; } = "";

    /// <summary>What the level comes to in statistics.</summary>
    public CommentOutcome Outcome { get; private set; }

    /// <summary>The level of each criterion, by their codes.</summary>
    public string Marks { get; private set; } = "{}";

    /// <summary>What is good (ưu điểm).</summary>
    public string Strengths { get; private set; } = "";

    /// <summary>What is to be better (khuyết điểm, hạn chế).</summary>
    public string? Shortcomings { get; private set; }

    /// <summary>The texts without diacritics, case and the member's name.</summary>
    public string? TextKey { get; private set; }

    /// <summary>The day on which it was written last.</summary>
    public DateOnly DraftedOn { get; private set; }

    /// <summary>The day on which the cell committee and the Front work committee agreed on it (RES-05).</summary>
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>Who spoke for the Front work committee (đại diện ban công tác mặt trận).</summary>
    public string? FrontRepresentative { get; private set; }

    /// <summary>The day on which the cell's secretary signed.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Who signed for the cell committee.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>The day on which the commune committee certified it.</summary>
    public DateOnly? CertifiedOn { get; private set; }

    /// <summary>Who certified it.</summary>
    public string? CertifiedBy { get; private set; }

    /// <summary>The day on which it went to the workplace.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>The day on which the workplace received it.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The day on which the workplace told the member (RES-10).</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>The day on which a later version took its place.</summary>
    public DateOnly? ReplacedOn { get; private set; }

    /// <summary>To how many meetings of the year the member was invited, when it was signed.</summary>
    public int? Invited { get; private set; }

    /// <summary>To how many of them they came in person.</summary>
    public int? Present { get; private set; }

    /// <summary>From how many they were absent with a reason.</summary>
    public int? AbsentWithReason { get; private set; }

    /// <summary>From how many they were absent without a reason.</summary>
    public int? AbsentWithoutReason { get; private set; }

    /// <summary>To how many somebody of the family came, who is absent (RES-11).</summary>
    public int? Represented { get; private set; }

    /// <summary>How many opinions of theirs were recorded in the year.</summary>
    public int? Opinions { get; private set; }

    /// <summary>The last day on which the member may state an opinion on it (RES-10).</summary>
    public DateOnly? StateBy { get; private set; }

    /// <summary>What the member says about it (ý kiến của đảng viên), RES-10.</summary>
    public string? Statement { get; private set; }

    /// <summary>The day on which the member said so.</summary>
    public DateOnly? StatedOn { get; private set; }

    /// <summary>What the cell answered to that.</summary>
    public string? StatementAnswer { get; private set; }

    /// <summary>The day of the answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Begins a version.</summary>
    public static Comment Begin(CommentRequest request, int revision) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request.Id,
        Revision = revision,
        IntroductionId = request.IntroductionId,
        MemberId = request.MemberId,
        CellId = request.CellId!.Value,
        ReceiverId = request.ReceiverId!.Value,
        Year = request.Year,
    };

    /// <summary>It is written, or written anew; signatures of an earlier text hold no longer.</summary>
    public void Write(CommentText text, DateOnly on)
    {
        (Level, Outcome, Marks, Strengths, Shortcomings, TextKey) = (text.Level, text.Outcome, text.Marks, text.Strengths, text.Shortcomings, text.Key);
        (State, DraftedOn) = (CommentState.Drafted, on);
        (ReviewedOn, FrontRepresentative, SignedOn, SignedBy, CertifiedOn, CertifiedBy) = (null, null, null, null, null, null);
    }

    /// <summary>The cell's secretary signs what was agreed on with the Front work committee.</summary>
    public void Sign(JointReview review, DateOnly on, string signedBy, YearAtResidence year)
    {
        (State, ReviewedOn, FrontRepresentative, SignedOn, SignedBy) = (CommentState.Signed, review.On, review.FrontRepresentative, on, signedBy);
        (Invited, Present, AbsentWithReason, AbsentWithoutReason) = (year.Invited, year.Present, year.AbsentWithReason, year.AbsentWithoutReason);
        (Represented, Opinions) = (year.Represented, year.Opinions);
    }

    /// <summary>The commune committee certifies it.</summary>
    public void Certify(DateOnly on, string certifiedBy) => (State, CertifiedOn, CertifiedBy) = (CommentState.Certified, on, certifiedBy);

    /// <summary>It goes back to the cell, which writes it anew.</summary>
    public void SendBack() => (State, ReviewedOn, FrontRepresentative, SignedOn, SignedBy, CertifiedOn, CertifiedBy) = (CommentState.Drafted, null, null, null, null, null, null);

    /// <summary>It goes to the workplace.</summary>
    public void Send(DateOnly on, Guid workplaceCellId) => (State, SentOn, WorkplaceCellId) = (CommentState.Sent, on, workplaceCellId);

    /// <summary>The workplace received it.</summary>
    public void Receive(DateOnly on) => (State, ReceivedOn) = (CommentState.Received, on);

    /// <summary>The workplace told the member, who may state an opinion until a day.</summary>
    public void Tell(DateOnly on, DateOnly stateBy) => (State, ToldOn, ToldMemberId, StateBy) = (CommentState.Told, on, MemberId, stateBy);

    /// <summary>A later version took its place.</summary>
    public void BeReplaced(DateOnly on) => ReplacedOn = on;

    /// <summary>The member says what they think of it.</summary>
    public void Object(string statement, DateOnly on) => (Statement, StatedOn) = (statement, on);

    /// <summary>The cell answers.</summary>
    public void Reply(string answer, DateOnly on) => (StatementAnswer, AnsweredOn) = (answer, on);

    /// <summary>The day of the latest step; nothing that follows is earlier.</summary>
    public DateOnly LatestDay => ToldOn ?? ReceivedOn ?? SentOn ?? CertifiedOn ?? SignedOn ?? DraftedOn;
}

/// <summary>What a comment says.</summary>
/// <param name="Level">The level, by its code.</param>
/// <param name="Outcome">What it comes to in statistics.</param>
/// <param name="Marks">The level of each criterion, as JSON by their codes.</param>
/// <param name="Strengths">What is good.</param>
/// <param name="Shortcomings">What is to be better.</param>
/// <param name="Key">The texts without diacritics, case and the member's name.</param>
internal sealed record CommentText(string Level, CommentOutcome Outcome, string Marks, string Strengths, string? Shortcomings, string Key);

/// <summary>That the cell committee and the Front work committee agreed on comments (RES-05).</summary>
/// <param name="On">The day.</param>
/// <param name="FrontRepresentative">Who spoke for the Front work committee.</param>
internal sealed record JointReview(DateOnly On, string FrontRepresentative);
