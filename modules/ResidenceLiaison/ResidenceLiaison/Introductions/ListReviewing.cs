using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>Reviews lists of members against the register (RES-01).</summary>
internal sealed class ListReviewing(
    IWrite<LiaisonDbContext> write, LiaisonList list, IMemberDirectory members, IOrganizationTree tree, Workplaces workplaces, Reaches reaches, IPolicies policies)
{
    public Task<Result<List<ListReview>>> RunAsync(ReviewResidenceListInput input, CancellationToken cancellationToken) =>
        // It takes over what the register says, also of the reviewer, and decides nothing.
        write.AlsoAboutOneself().RunAsync((db, ct) => ReviewAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<ListReview>>> ReviewAsync(LiaisonDbContext db, ReviewResidenceListInput input, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(input.OrganizationId, db.Today, cancellationToken) is null
            || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.KeepList, input.OrganizationId, cancellationToken))
        {
            return new NotFound("Organization") { Field = "input.organizationId" };
        }

        var cells = await Workplaces.CellsBelowAsync(db, input.OrganizationId, db.Today, cancellationToken);
        var listed = (await members.FindByCellAsync(cells, db.Today, cancellationToken)).SelectMany(cell => cell).ToList();
        var policy = await policies.InForceOnAsync<IntroductionPolicy>(db.Today, cancellationToken);
        if (listed.Count > policy.MostReviewed)
            return new ListIsTooLong(listed.Count, policy.MostReviewed) { Field = "input.organizationId" };

        var changes = await list.ReviewAsync(db, listed, cells, cancellationToken);
        return await RecordAsync(db, cells, listed, changes.ToLookup(change => (change.WorkplaceId, change.Kind)), cancellationToken);
    }

    private async Task<List<ListReview>> RecordAsync(
        LiaisonDbContext db,
        Guid[] cells,
        List<MemberSummary> listed,
        ILookup<(Guid WorkplaceId, ListChangeKind Kind), ListChange> changes,
        CancellationToken cancellationToken)
    {
        var workplaceOf = await workplaces.FindAsync(cells, db.Today, cancellationToken);
        var members = listed.ToLookup(member => workplaceOf[member.LastOrganizationId]);
        var reviews = workplaceOf.Values.Distinct().Order().Select(workplace => new ListReview
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = workplace,
            ReviewedOn = db.Today,
            Listed = members[workplace].Count(),
            Added = changes[(workplace, ListChangeKind.Added)].Count(),
            Ended = changes[(workplace, ListChangeKind.Ended)].Count(),
            Changed = changes[(workplace, ListChangeKind.Changed)].Count(),
        }).ToList();
        db.ListReviews.AddRange(reviews);
        return reviews;
    }
}
