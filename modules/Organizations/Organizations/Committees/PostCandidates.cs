using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Committees;

/// <summary>Who may be given a post: an official member of the organization or of one below it, as far as a module keeps members.</summary>
internal sealed class PostCandidates(IOrganizationTree tree, IEnumerable<IOrganizationMembership> membership)
{
    /// <summary>All that stands against a member.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="day">The first day in the post.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Problem>> AgainstAsync(Guid organizationId, Guid memberId, DateOnly day, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var members in membership)
        {
            var asked = new MemberOnDay(memberId, day);
            var standings = await members.FindStandingAsync([asked], cancellationToken);
            if (!standings.TryGetValue(asked, out var standing))
                problems.Add(new NotFound("Member") { Field = "input.memberId" });
            else if (!await IsInAsync(organizationId, standing.OrganizationId, day, cancellationToken))
                problems.Add(Elsewhere(standing) with { Field = "input.memberId" });
            else if (!standing.IsOfficial)
                problems.Add(new PostTakesAnOfficialMember { Field = "input.memberId" });
        }

        return problems;
    }

    private static Problem Elsewhere(MemberStanding standing) =>
        standing.IsVisible ? new MemberBelongsElsewhere() : new NotFound("Member");

    private async Task<bool> IsInAsync(Guid organizationId, Guid? cellId, DateOnly day, CancellationToken cancellationToken)
    {
        if (cellId is null)
            return false;
        var places = await tree.FindAsync([organizationId, cellId.Value], day, cancellationToken);
        return places.TryGetValue(organizationId, out var place)
            && places.TryGetValue(cellId.Value, out var cell)
            && cell.Path.StartsWith(place.Path, StringComparison.Ordinal);
    }
}
