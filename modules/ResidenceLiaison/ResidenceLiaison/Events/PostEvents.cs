using Modular.Kernel.Events;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.Events;

/// <summary>Who takes up a post in a committee is another person at the residence too (RES-07).</summary>
internal sealed class WhenPostAssigned(LiaisonDbContext db, PostsAreTold posts) : IEventHandler<CommitteePostAssigned>
{
    /// <inheritdoc />
    public Task HandleAsync(CommitteePostAssigned happened, EventContext context, CancellationToken cancellationToken) =>
        posts.TellAsync(db, new PostChange(happened.MemberId, happened.OrganizationId, happened.Post, HasTakenUp: true, happened.From), cancellationToken);
}

/// <summary>So is who leaves one (RES-07).</summary>
internal sealed class WhenPostEnded(LiaisonDbContext db, PostsAreTold posts) : IEventHandler<CommitteePostEnded>
{
    /// <inheritdoc />
    public Task HandleAsync(CommitteePostEnded happened, EventContext context, CancellationToken cancellationToken) =>
        posts.TellAsync(db, new PostChange(happened.MemberId, happened.OrganizationId, happened.Post, HasTakenUp: false, happened.To), cancellationToken);
}
