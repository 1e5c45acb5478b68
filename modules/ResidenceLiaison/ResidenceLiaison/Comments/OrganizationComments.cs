using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Time;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>What comments add to what the module knows of an organization.</summary>
internal sealed class OrganizationComments() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison)
    {
        liaison.StatementList<ResidenceCommentFigures>(
            "commentFigures",
            "The yearly comments of the cells at and below the organization in a span of years, from the residence that writes them or from the workplace that gets them.", DataClass.Internal,
            figures =>
            {
                var side = figures.Argument<CommentSide>("side", "From which end they are counted.");
                var from = figures.Argument<int>("fromYear", "The first year.");
                var to = figures.Argument<int>("toYear", "The last year.");
                figures.Sql(sql =>
                {
                    var count = sql.Table<CommentCount>("count");
                    return $"""
                        select above.organization_id as key, {count[c => c.Year]} as year, {CommentSums.Due(count)} as due, {CommentSums.Sent(count)} as sent,
                            sum({count[c => c.SentInTime]})::int as in_time, {CommentSums.Late(count, sql.Today)} as late, sum({count[c => c.Returned]})::int as returned,
                            sum({count[c => c.Commended]})::int as commended, sum({count[c => c.Ordinary]})::int as ordinary, sum({count[c => c.Warned]})::int as warned
                        from {sql.Tree("above", sql.Today)}
                        join {sql.Tree("cell", sql.Today)} on {sql.IsBelow("cell", "above")}
                        join {count} on {count[c => c.OrganizationId]} = cell.organization_id
                        where above.organization_id = any ({sql.Keys}) and {count[c => c.Side]} = {side} and {count[c => c.Year]} between {from} and {to}
                        group by above.organization_id, {count[c => c.Year]}
                        order by year
                        """;
                });
            }).Requires(ResidenceLiaisonPermissions.Count);
    }
}

[QueryType]
internal static class CommentFormQueries
{
    /// <summary>The form on which comments of the residence are written on a day: its scale, its criteria, its last day (mẫu 3-213).</summary>
    /// <param name="policies">Reads the policy.</param>
    /// <param name="clock">Tells today.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="asOf">The day on which a comment was asked for; today where it is left out.</param>
    [Requires(ResidenceLiaisonPermissions.ReadComments)]
    public static async Task<ResidenceCommentForm> ResidenceCommentFormAsync(IPolicies policies, TimeProvider clock, CancellationToken cancellationToken, DateOnly? asOf = null)
    {
        var day = asOf ?? clock.Today();
        var policy = await policies.InForceOnAsync<CommentPolicy>(day, cancellationToken);
        return new ResidenceCommentForm(
            [.. policy.Levels.Select(level => new ResidenceCommentLevel(level.Code, level.Vietnamese, level.English, level.Outcome))],
            [.. policy.Criteria.Select(criterion => new ResidenceCommentCriterion(criterion.Code, criterion.Vietnamese, criterion.English))],
            policy.CommuneCertifies,
            policy.LastDayOf(day.Year));
    }
}
