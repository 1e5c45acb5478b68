using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>Tells the residence which posts in committees its working members take up and leave (RES-07).</summary>
internal sealed class PostsAreTold(NoticeSending sending, IOrganizationDirectory organizations, IPolicies policies)
{
    /// <summary>Tells of a post. Nobody is told where the member keeps contact with no residence.</summary>
    public async Task TellAsync(LiaisonDbContext db, PostChange change, CancellationToken cancellationToken)
    {
        var open = await db.Introductions.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .SingleOrDefaultAsync(row => row.MemberId == change.MemberId && row.ClosedOn == null && row.ReceiverId != null, cancellationToken);
        if (open is null || !(await policies.InForceOnAsync<NoticePolicy>(db.Today, cancellationToken)).TellsPosts)
            return;
        var named = (await organizations.FindAsync([change.OrganizationId], change.On, cancellationToken)).GetValueOrDefault(change.OrganizationId);
        var telling = new NoticeTelling(NoticeKind.PostChanged, NoticeDirection.ToResidence, change.On)
        {
            Content = $"{(change.HasTakenUp ? "Giữ chức vụ" : "Thôi giữ chức vụ")} {NameOf(change.Post)}{(named is null ? "" : $", {named.Name}")}.",
            IsAutomatic = true,
        };
        await sending.SendAsync(db, [(open, telling)], cancellationToken);
    }

    private static string NameOf(CommitteePostKind post) => post switch
    {
        CommitteePostKind.Secretary => "bí thư",
        CommitteePostKind.DeputySecretary => "phó bí thư",
        CommitteePostKind.StandingMember => "ủy viên ban thường vụ",
        _ => "cấp ủy viên",
    };
}

/// <summary>A post that a member took up or left.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="OrganizationId">The organization whose committee it is.</param>
/// <param name="Post">The post.</param>
/// <param name="HasTakenUp">Whether the member took it up, rather than left it.</param>
/// <param name="On">The first day with or without it.</param>
internal sealed record PostChange(Guid MemberId, Guid OrganizationId, CommitteePostKind Post, bool HasTakenUp, DateOnly On);
