using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Proposals;

/// <summary>Opens members for whom something is proposed, and proposals on which somebody decides.</summary>
internal sealed class ProposalFiles(MemberFiles files)
{
    /// <summary>A member for whom the user may propose: the user themselves, or somebody whom the permission reaches. The member is not changed.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="expectedVersion">The version that the user read.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<Member>> ProposeForAsync(
        MembersDbContext db, Guid memberId, int expectedVersion, string permission, CancellationToken cancellationToken)
    {
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == memberId, cancellationToken);
        if (member is null)
            return new NotFound("Member") { Field = "input.memberId" };
        var isOwn = db.Access.ScopeOf(permission).Self == member.Id;
        if (!isOwn && !await files.CoversAsync(db, permission, member.OrganizationId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.memberId" };
        return member.Version == expectedVersion ? member : new StaleVersion(expectedVersion, member.Version) { Field = "input.expectedVersion" };
    }

    /// <summary>Proposals on which the user may decide, each with its member, in the order asked; or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The proposals, each once, with the versions that the user read.</param>
    /// <param name="places">Where each stands in the input.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<List<(TProposal Proposal, Member Member)>>> DecideAsync<TProposal>(
        MembersDbContext db, IReadOnlyList<(Guid Id, int Version)> asked, Func<int, string> places, CancellationToken cancellationToken)
        where TProposal : MemberProposal
    {
        var ids = asked.Select(one => one.Id).ToArray();
        var proposals = await db.Set<TProposal>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var memberIds = proposals.Values.Select(proposal => proposal.MemberId).Distinct().ToArray();
        var members = await db.Members.Where(row => memberIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await files.CoveredAsync(
            db, MembersPermissions.KeepRecords, [.. members.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < asked.Count; index++)
        {
            if (Against(proposals.GetValueOrDefault(asked[index].Id), asked[index].Version, covered, typeof(TProposal).Name, db.Access.MemberId, places(index)) is { } problem)
                problems.Add(problem);
        }

        if (problems.Count > 0)
            return problems;
        foreach (var (id, version) in asked)
            db.Expect(proposals[id], version);
        return asked.Select(one => (proposals[one.Id], members[proposals[one.Id].MemberId])).ToList();
    }

    private static Problem? Against(MemberProposal? proposal, int expectedVersion, IReadOnlySet<Guid> covered, string name, Guid? own, string place)
    {
        if (proposal is null)
            return new NotFound(name) { Field = $"{place}.id" };
        if (!covered.Contains(proposal.OrganizationId))
            return new MemberIsOutOfYourReach { Field = $"{place}.id" };
        if (proposal.MemberId == own)
            return new NobodyActsOnTheirOwnCase { Field = $"{place}.id" };
        if (proposal.Version != expectedVersion)
            return new StaleVersion(expectedVersion, proposal.Version) { Field = $"{place}.expectedVersion" };
        return proposal.State == ProposalState.Submitted ? null : new ProposalIsDecided { Field = $"{place}.id" };
    }
}
