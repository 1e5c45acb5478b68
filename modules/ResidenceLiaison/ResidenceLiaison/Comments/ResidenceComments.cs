using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>Whether the comments are there that personnel steps take (RES-06): three statements for any number of members.</summary>
internal sealed class ResidenceComments(LiaisonDbContext db, IPolicies policies) : IResidenceComments
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, ResidenceCommentStanding>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, ResidenceCommentPurpose purpose, DateOnly asOf, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<RequiredCommentPolicy>(asOf, cancellationToken);
        var nothing = new ResidenceCommentStanding(purpose, IsMandatory: false, null, null, null, policy.Instrument);
        if (policy.Find(purpose) is not { } step || !await IsEnabledAsync(cancellationToken))
            return memberIds.Distinct().ToDictionary(id => id, _ => nothing);
        var introductions = (await db.Introductions.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => memberIds.Contains(row.MemberId) && row.OpenedOn <= asOf && (row.ClosedOn == null || row.ClosedOn > asOf))
            .Select(row => new Introduced(row.MemberId, row.Category, row.OpenedOn, row.IssuedOn, row.AssignedOn)).ToListAsync(cancellationToken))
            .ToLookup(row => row.MemberId);
        var requests = (await db.CommentRequests.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => memberIds.Contains(row.MemberId) && row.Purpose == purpose && row.RequestedOn <= asOf)
            .Select(row => new Asked(row.MemberId, row.RequestedOn, row.SentOn, row.ClosedOn)).ToListAsync(cancellationToken))
            .ToLookup(row => row.MemberId);
        return memberIds.Distinct().ToDictionary(id => id, StandingOf);

        ResidenceCommentStanding StandingOf(Guid memberId)
        {
            var introduction = introductions[memberId].MaxBy(row => row.OpenedOn);
            if (introduction is not null && !IsAsked(introduction.Category, step))
                return nothing;
            var sentOn = requests[memberId].Where(row => row.ClosedOn is null && row.SentOn <= asOf).Max(row => row.SentOn);
            if (sentOn?.AddMonths(step.ValidMonths) > asOf)
                return nothing with { IsMandatory = true, SentOn = sentOn };
            var (missing, since) = MissingOf(introduction, requests[memberId].MaxBy(row => row.RequestedOn), sentOn, step.ValidMonths);
            return nothing with { IsMandatory = true, SentOn = sentOn, Missing = missing, MissingSince = since };
        }
    }

    private static bool IsAsked(LiaisonCategory category, RequiredComment step) =>
        category == LiaisonCategory.Normal || (category == LiaisonCategory.IntroducedButExempt && step.AlsoOfExempt);

    private static (MissingResidenceComment What, DateOnly? Since) MissingOf(Introduced? introduction, Asked? latest, DateOnly? sentOn, int validMonths)
    {
        if (latest is { ClosedOn: null, SentOn: null })
            return (MissingResidenceComment.Comment, latest.RequestedOn);
        if (introduction?.IssuedOn is null)
            return (MissingResidenceComment.Introduction, introduction?.OpenedOn);
        if (introduction.AssignedOn is null)
            return (MissingResidenceComment.Reception, introduction.IssuedOn);
        if (latest?.ClosedOn is { } closedOn)
            return (MissingResidenceComment.Answer, closedOn);
        return sentOn is { } sent ? (MissingResidenceComment.NewerComment, sent.AddMonths(validMonths)) : (MissingResidenceComment.Request, null);
    }

    // A port is there on every host; whether its module is enabled is the province's.
    private Task<bool> IsEnabledAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<bool>(
        $"""
        select exists (
            select from kernel.province_modules as switched
            where switched.province_id = {db.Province.Value} and switched.module = {ResidenceLiaisonContract.ModuleId} and switched.enabled) as "Value"
        """).SingleAsync(cancellationToken);

    private sealed record Introduced(Guid MemberId, LiaisonCategory Category, DateOnly OpenedOn, DateOnly? IssuedOn, DateOnly? AssignedOn);

    private sealed record Asked(Guid MemberId, DateOnly RequestedOn, DateOnly? SentOn, DateOnly? ClosedOn);
}
