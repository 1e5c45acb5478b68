using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Comments;

internal sealed class CommentRoundType : EntityType<CommentRound, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<CommentRound> round)
    {
        round.Name("ResidenceCommentRound").Requires(ResidenceLiaisonPermissions.ReadComments).IsNode();
        round.Describe("That the cells at and below an organization are to comment on their working members for a year (đợt nhận xét đảng viên ở nơi cư trú), RES-05.");
        round.Field(r => r.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        round.Reference("organization", "Organization", r => r.OrganizationId, "The organization whose cells are asked, with all below it.", DataClass.Internal);
        round.Field(r => r.Year, DataClass.Internal);
        round.Field(r => r.OpenedOn, DataClass.Internal);
        round.Field(r => r.DueOn, DataClass.Internal);
        round.Field(r => r.Note, DataClass.Internal);
        round.Connection<CommentRequest>("requests", r => r.RoundId, "What the cells were asked for with this round.");
        round.Statement<ResidenceCommentProgress>(
            "progress", "How far the yearly comments of these cells have come, those of rounds below included.", DataClass.Internal, progress => progress.Sql(sql =>
            {
                var own = sql.Table<CommentRound>("own");
                var count = sql.Table<CommentCount>("count");
                return $"""
                    select {own[r => r.Id]} as key, {CommentSums.Due(count)} as due, sum({count[c => c.Requested]})::int as requested, sum({count[c => c.Drafted]})::int as drafted,
                        sum({count[c => c.Signed]})::int as signed, sum({count[c => c.Certified]})::int as certified, {CommentSums.Sent(count)} as sent,
                        sum({count[c => c.SentLate]})::int as sent_late, sum({count[c => c.Told]})::int as told, sum({count[c => c.Returned]})::int as returned,
                        {CommentSums.Late(count, sql.Today)} as late, sum({count[c => c.Commended]})::int as commended, sum({count[c => c.Ordinary]})::int as ordinary,
                        sum({count[c => c.Warned]})::int as warned
                    from {own}
                    join {sql.Tree("above", sql.Today)} on above.organization_id = {own[r => r.OrganizationId]}
                    join {sql.Tree("cell", sql.Today)} on {sql.IsBelow("cell", "above")}
                    join {count} on {count[c => c.OrganizationId]} = cell.organization_id and {count[c => c.Year]} = {own[r => r.Year]}
                        and {count[c => c.Side]} = {count.Value(c => c.Side, CommentSide.Residence)}
                    where {own[r => r.Id]} = any ({sql.Keys})
                    group by {own[r => r.Id]}
                    """;
            }));
        round.FilterByOrganization("organization", "Those that an organization, or one below it, opened.", r => r.OrganizationId).Filter(r => r.Year).Filter(r => r.DueOn);
        round.Sortable("YEAR", r => r.Year).SortedBy("YEAR", descending: true);
    }
}

internal sealed class CommentType : EntityType<Comment, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Comment> comment)
    {
        comment.Name("ResidenceComment").Requires(ResidenceLiaisonPermissions.ReadComments).IsNode();
        comment.Describe(
            "What the residential cell and the Front work committee write about a working member (phiếu nhận xét nơi cư trú, mẫu 3-213). The residence sees it from the draft on, the workplace when it was sent, the member when they were told.");
        comment.Field(c => c.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        comment.Reference("request", "ResidenceCommentRequest", c => c.RequestId, "The request that it answers.");
        comment.Field(c => c.Revision, DataClass.Internal);
        comment.Field(c => c.Year, DataClass.Internal);
        comment.Field(c => c.State, DataClass.Basic);
        comment.Field(c => c.Level, DataClass.Sensitive);
        comment.Field(c => c.Outcome, DataClass.Sensitive);
        comment.StatementList<CriterionMark>("marks", "The level of each criterion.", DataClass.Sensitive, CriterionMark.Define);
        comment.Field(c => c.Strengths, DataClass.Sensitive);
        comment.Field(c => c.Shortcomings, DataClass.Sensitive);
        comment.Field(c => c.DraftedOn, DataClass.Basic);
        comment.Field(c => c.ReviewedOn, DataClass.Basic);
        comment.Field(c => c.FrontRepresentative, DataClass.Basic);
        comment.Field(c => c.SignedOn, DataClass.Basic);
        comment.Field(c => c.SignedBy, DataClass.Basic);
        comment.Field(c => c.CertifiedOn, DataClass.Basic);
        comment.Field(c => c.CertifiedBy, DataClass.Basic);
        comment.Field(c => c.SentOn, DataClass.Basic);
        comment.Field(c => c.ReceivedOn, DataClass.Basic);
        comment.Field(c => c.ToldOn, DataClass.Basic);
        comment.Field(c => c.ReplacedOn, DataClass.Basic);
        comment.Field(c => c.Invited, DataClass.Basic);
        comment.Field(c => c.Present, DataClass.Basic);
        comment.Field(c => c.AbsentWithReason, DataClass.Basic);
        comment.Field(c => c.AbsentWithoutReason, DataClass.Basic);
        comment.Field(c => c.Represented, DataClass.Basic);
        comment.Field(c => c.Opinions, DataClass.Basic);
        comment.Field(c => c.StateBy, DataClass.Basic);
        comment.Field(c => c.Statement, DataClass.Sensitive);
        comment.Field(c => c.StatedOn, DataClass.Basic);
        comment.Field(c => c.StatementAnswer, DataClass.Sensitive);
        comment.Field(c => c.AnsweredOn, DataClass.Basic);
        comment.Reference("member", "Member", c => c.MemberId, "The member, for whoever may see the record.");
        comment.Reference("cell", "Organization", c => c.CellId, "The residential cell.", DataClass.Internal);
        comment.FilterByOrganization("cell", "Those of a residential cell, or of all cells of an organization.", c => c.CellId)
            .Filter(c => c.State).Filter(c => c.Year).Filter(c => c.SentOn).Filter(c => c.Outcome)
            .Filter<bool>("isCurrent", "Those that no later version has replaced, or those that one has.", (c, value) => $"({c[row => row.ReplacedOn]} is null) = {value}")
            .Filter<bool>(
                "waitsForAnswer", "Those about which the member stated something that is not answered, or the others.",
                (c, value) => $"({c[row => row.Statement]} is not null and {c[row => row.StatementAnswer]} is null) = {value}");
        comment.Sortable("DRAFTED", c => c.DraftedOn).SortedBy("DRAFTED", descending: true);
    }
}

/// <summary>The level of a criterion in a comment.</summary>
/// <param name="Criterion">The criterion, by its code in the form.</param>
/// <param name="Level">The level, by its code in the form.</param>
[Classified(DataClass.Sensitive)]
internal sealed record CriterionMark(string Criterion, string Level)
{
    /// <summary>Reads them out of the comment.</summary>
    public static void Define(StatementBuilder marks) => marks.Sql(sql =>
    {
        var comment = sql.Table<Comment>("comment");
        return $"""
            select {comment[c => c.Id]} as key, mark.key as criterion, mark.value as level
            from {comment}
            cross join lateral jsonb_each_text({comment[c => c.Marks]}) as mark
            where {comment[c => c.Id]} = any ({sql.Keys})
            order by mark.key
            """;
    });
}

internal sealed class CommentQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<CommentRound>("residenceCommentRound", "One yearly round of comments of the residence.");
        query.Connection<CommentRound>("residenceCommentRounds", "The yearly rounds of comments of the residence, the latest first.");
        query.ById<CommentRequest>("residenceCommentRequest", "One request for a comment of the residence.");
        query.Connection<CommentRequest>("residenceCommentRequests", "The requests for comments of the residence where the user may look, at either end; the first due first.");
        query.ById<Comment>("residenceComment", "One comment of the residence.");
        query.Connection<Comment>("residenceComments", "The comments of the residence where the user may look, the latest first.");
    }
}

/// <summary>What comments add to what the module knows of a member.</summary>
internal sealed class MemberComments() : EntityTypeExtension("MemberResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder residence)
    {
        residence.Connection<Comment>("comments", c => c.MemberId, "What residential cells wrote about the member, as far as the user may see it; the latest first.");
        residence.Connection<CommentRequest>("commentRequests", r => r.MemberId, "For which comments the residence was asked, and how far they have come; the latest first.")
            .SortedBy("REQUESTED", descending: true);
    }
}
