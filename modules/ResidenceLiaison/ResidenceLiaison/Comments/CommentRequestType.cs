using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.Comments;

internal sealed class CommentRequestType : EntityType<CommentRequest, LiaisonDbContext>
{
    private const string OpenStates = "('REQUESTED', 'DRAFTED', 'SIGNED', 'CERTIFIED')";

    protected override void Define(EntityTypeBuilder<CommentRequest> request)
    {
        request.Name("ResidenceCommentRequest").Requires(ResidenceLiaisonPermissions.ReadComments).IsNode();
        request.Describe("That a comment of the residence on a member is asked for (phiếu xin ý kiến nơi cư trú, mẫu 3-213), and how far it has come. Both sides see it, and the member.");
        request.Field(r => r.Version, "Rises with every step, also of the comment; a step sends the version that was read.", DataClass.Internal);
        request.Field(r => r.Purpose, DataClass.Basic);
        request.Field(r => r.Year, DataClass.Basic);
        request.Field(r => r.State, DataClass.Basic);
        request.Field(r => r.RequestedOn, DataClass.Basic);
        request.Field(r => r.DueOn, DataClass.Basic);
        request.Computed<bool>(
            "isLate", "Whether it was sent after the last day, or is not sent although the day is over.", DataClass.Basic,
            row => $"({row[r => r.ClosedOn]} is null and coalesce({row[r => r.SentOn]}, {row.Today}) > {row[r => r.DueOn]})");
        request.Field(r => r.Note, DataClass.Basic);
        request.Field(r => r.SignedOn, DataClass.Basic);
        request.Field(r => r.CertifiedOn, DataClass.Basic);
        request.Field(r => r.SentOn, DataClass.Basic);
        request.Field(r => r.ReceivedOn, DataClass.Basic);
        request.Field(r => r.ToldOn, DataClass.Basic);
        request.Field(r => r.ClosedOn, DataClass.Basic);
        request.Field(r => r.ClosingReason, DataClass.Basic);
        request.Field(r => r.ClosingNote, DataClass.Basic);
        request.Reference("round", "ResidenceCommentRound", r => r.RoundId, "The yearly round; null where the comment was asked for by itself.", DataClass.Internal);
        request.Reference("requester", "Organization", r => r.RequesterId, "Who asks: the workplace, or whoever opened the round.", DataClass.Internal);
        request.Reference("introduction", "ResidenceIntroduction", r => r.IntroductionId, "The introduction by which the member belongs to the residence, with the name.");
        request.Reference("member", "Member", r => r.MemberId, "The member, for whoever may see the record.");
        request.Reference("ownCell", "Organization", r => r.OwnCellId, "The member's own cell (chi bộ nơi công tác).");
        request.Reference("receiver", "Organization", r => r.ReceiverId, "The commune committee.");
        request.Reference("cell", "Organization", r => r.CellId, "The residential cell; null where the member was never received.");
        request.Children<Comment>("comments", c => c.RequestId, "The versions of the comment that the user may see, the latest first.").SortedBy("DRAFTED", descending: true);
        DefineYear(request);
        DefineLists(request);
    }

    /// <summary>What the writer is shown beside the comment: who came, and what was said.</summary>
    private static void DefineYear(EntityTypeBuilder<CommentRequest> request)
    {
        request.Statement<ResidenceYear>(
            "attendance", "To which meetings of the cell in the year the member was invited, and whether they came, as far as the user may see it.", DataClass.Basic, year => year.Sql(sql =>
            {
                var own = sql.Table<CommentRequest>("own");
                var attendance = sql.Table<Attendance>("attendance");
                return $"""
                    select {own[r => r.Id]} as key, count(*)::int as invited, {Count(AttendanceKind.Present)} as present, {Count(AttendanceKind.AbsentWithReason)} as absent_with_reason,
                        {Count(AttendanceKind.AbsentWithoutReason)} as absent_without_reason, {Count(AttendanceKind.Represented)} as represented
                    from {own}
                    join {attendance} on {attendance[a => a.MemberId]} = {own[r => r.MemberId]} and {attendance[a => a.CellId]} = {own[r => r.CellId]}
                        and extract(year from {attendance[a => a.MetOn]}) = {own[r => r.Year]} and {attendance[a => a.Kind]} <> {attendance.Value(a => a.Kind, AttendanceKind.Summoned)}
                    where {own[r => r.Id]} = any ({sql.Keys})
                    group by {own[r => r.Id]}
                    """;

                Modular.Kernel.Postgres.Reads.Sql Count(AttendanceKind kind) => $"(count(*) filter (where {attendance[a => a.Kind]} = {attendance.Value(a => a.Kind, kind)}))::int";
            }));
        request.StatementList<OpinionOfYear>(
            "opinions", "What the member said at meetings of the cell in the year, as far as the user may see it.", DataClass.Basic, opinions => opinions.Sql(sql =>
            {
                var own = sql.Table<CommentRequest>("own");
                var opinion = sql.Table<Opinion>("opinion");
                return $"""
                    select {own[r => r.Id]} as key, {opinion[o => o.RecordedOn]} as recorded_on, {opinion[o => o.Content]} as content, {opinion[o => o.Answer]} as answer
                    from {own}
                    join {opinion} on {opinion[o => o.MemberId]} = {own[r => r.MemberId]} and {opinion[o => o.CellId]} = {own[r => r.CellId]}
                        and extract(year from {opinion[o => o.RecordedOn]}) = {own[r => r.Year]}
                    where {own[r => r.Id]} = any ({sql.Keys})
                    order by {opinion[o => o.RecordedOn]}, {opinion[o => o.Id]}
                    """;
            }));
    }

    private static void DefineLists(EntityTypeBuilder<CommentRequest> request)
    {
        request
            .FilterByOrganization("cell", "Those of a residential cell, or of all cells of an organization.", r => r.CellId)
            .FilterByOrganization("workplace", "Those of members of a cell, or of all cells of an organization.", r => r.OwnCellId)
            .FilterByOrganization("receiver", "Those of a commune committee, or of all below an organization.", r => r.ReceiverId)
            .Filter(r => r.State).Filter(r => r.Purpose).Filter(r => r.Year).Filter(r => r.DueOn).Filter(r => r.RequestedOn).Filter(r => r.SentOn).Filter(r => r.ToldOn)
            .Filter(r => r.ClosingReason)
            .Filter<bool>("isOpen", "Those that are to be written, signed, certified or sent, or the others.", (r, value) => $"({r[row => row.State]} in {Open} ) = {value}")
            .Filter<bool>(
                "isLate", "Those that were sent after the last day or are not sent although it is over, or the others.",
                (r, value) => $"({r[row => row.ClosedOn]} is null and coalesce({r[row => row.SentOn]}, {r.Today}) > {r[row => row.DueOn]}) = {value}");
        request.Sortable("DUE", r => r.DueOn).Sortable("REQUESTED", r => r.RequestedOn).SortedBy("DUE");
    }

    private static readonly Modular.Kernel.Postgres.Reads.Sql Open = Modular.Kernel.Postgres.Reads.Sql.Text(OpenStates);
}

/// <summary>What the meetings of the year say of the member.</summary>
/// <param name="Invited">To how many meetings that were held they were invited.</param>
/// <param name="Present">To how many they came in person.</param>
/// <param name="AbsentWithReason">From how many they were absent with a reason.</param>
/// <param name="AbsentWithoutReason">From how many they were absent without a reason.</param>
/// <param name="Represented">To how many somebody of the family came, who is absent (RES-11).</param>
[Classified(DataClass.Basic)]
internal sealed record ResidenceYear(int Invited, int Present, int AbsentWithReason, int AbsentWithoutReason, int Represented);

/// <summary>What the member said at a meeting.</summary>
/// <param name="RecordedOn">The day of the meeting.</param>
/// <param name="Content">What was said.</param>
/// <param name="Answer">What was answered.</param>
[Classified(DataClass.Basic)]
internal sealed record OpinionOfYear(DateOnly RecordedOn, string Content, string? Answer);
