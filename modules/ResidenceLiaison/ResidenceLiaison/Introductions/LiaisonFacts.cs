using Modular.Kernel.Policies;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>What other modules know of a member that decides on the introduction.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Status">Where they stand towards the Party.</param>
/// <param name="CellId">The cell to which they belong, or belonged last.</param>
/// <param name="WorkplaceId">The grassroots organization to which that cell belongs.</param>
/// <param name="Residence">Where they live, as far as it is known.</param>
/// <param name="Derived">The category that follows.</param>
/// <param name="Ground">From which fact.</param>
internal sealed record LiaisonFact(
    Guid MemberId, MembershipStatus Status, Guid CellId, Guid WorkplaceId, MemberResidence? Residence, LiaisonCategory Derived, CategoryGround Ground);

/// <summary>Collects what other modules know of members, in batches.</summary>
internal sealed class LiaisonFacts(
    IMemberDirectory members, IMemberParticulars particulars, IOrganizationDirectory organizations, Workplaces workplaces, IPolicies policies)
{
    /// <summary>The facts of members as of a day. Missing: those that are unknown, or not yet registered on that day.</summary>
    public Task<IReadOnlyDictionary<Guid, LiaisonFact>> FindAsync(IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken) =>
        FindAsync(memberIds, day, found: [], cancellationToken);

    /// <summary>The facts of members, of some of whom the register was asked already.</summary>
    /// <param name="memberIds">The members.</param>
    /// <param name="day">The day.</param>
    /// <param name="found">What the register says of some of them, as of that day.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<Guid, LiaisonFact>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, IReadOnlyCollection<MemberSummary> found, CancellationToken cancellationToken)
    {
        var known = found.ToDictionary(member => member.Id);
        Guid[] unasked = [.. memberIds.Where(id => !known.ContainsKey(id))];
        if (unasked.Length > 0)
        {
            foreach (var member in (await members.FindAsync(unasked, day, cancellationToken)).Values)
                known.Add(member.Id, member);
        }

        var told = await particulars.FindAsync(memberIds, day, cancellationToken);
        var workplaceOf = await workplaces.FindAsync([.. known.Values.Select(member => member.LastOrganizationId)], day, cancellationToken);
        var places = await organizations.FindAsync([.. workplaceOf.Keys, .. workplaceOf.Values], day, cancellationToken);
        var policy = await policies.InForceOnAsync<LiaisonCategoryPolicy>(day, cancellationToken);
        return known.Values.Where(member => told.ContainsKey(member.Id)).ToDictionary(member => member.Id, FactOf);

        LiaisonFact FactOf(MemberSummary member)
        {
            var cellId = member.LastOrganizationId;
            var workplaceId = workplaceOf[cellId];
            var (category, ground) = policy.Derive(
                places.GetValueOrDefault(cellId)?.FieldType, places.GetValueOrDefault(workplaceId)?.FieldType, told[member.Id].Flags);
            return new LiaisonFact(member.Id, member.Status, cellId, workplaceId, policy.Choose(told[member.Id].Residences), category, ground);
        }
    }
}
