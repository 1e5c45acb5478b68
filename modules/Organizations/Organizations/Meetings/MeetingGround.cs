using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Meetings;

/// <summary>What the register knows of the organizations whose meetings are recorded, read once for all of them.</summary>
internal sealed class MeetingGround
{
    private MeetingGround(
        ILookup<Guid, OrganizationTreeRow> places,
        ILookup<Guid, OrganizationTreeRow> groups,
        ILookup<Guid, CommitteeTerm> terms,
        ILookup<Guid, Meeting> meetings,
        IReadOnlyDictionary<(Guid Organization, DateOnly Day), int> members,
        MeetingPolicy policy)
    {
        Places = places;
        Groups = groups;
        Terms = terms;
        Meetings = meetings;
        Members = members;
        Policy = policy;
    }

    /// <summary>The places of each organization in the tree, with its kind.</summary>
    public ILookup<Guid, OrganizationTreeRow> Places { get; }

    /// <summary>The Party groups below each cell.</summary>
    public ILookup<Guid, OrganizationTreeRow> Groups { get; }

    /// <summary>The terms of each cell's committee.</summary>
    public ILookup<Guid, CommitteeTerm> Terms { get; }

    /// <summary>The meetings of each organization in the years in question.</summary>
    public ILookup<Guid, Meeting> Meetings { get; }

    /// <summary>How many members cells had on the days on which they met by groups; missing where no module keeps members.</summary>
    public IReadOnlyDictionary<(Guid Organization, DateOnly Day), int> Members { get; }

    /// <summary>The values in force.</summary>
    public MeetingPolicy Policy { get; }

    public static async Task<MeetingGround> LoadAsync(
        OrganizationsDbContext db, IReadOnlyList<AskedMeeting> asked, IPolicies policies, IEnumerable<IOrganizationMembership> membership, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. asked.Select(meeting => meeting.OrganizationId).Distinct()];
        int[] years = [.. asked.Select(meeting => meeting.Facts.HeldOn.Year).Distinct()];
        var tree = db.Set<OrganizationTreeRow>().AsNoTracking();
        var places = await tree.Where(row => ids.Contains(row.OrganizationId)).ToListAsync(cancellationToken);
        Guid?[] parents = [.. ids.Select(id => (Guid?)id)];
        var groups = await tree.Where(row => row.Kind == OrganizationKinds.PartyGroup && parents.Contains(row.ParentId)).ToListAsync(cancellationToken);
        var terms = await db.Terms.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => ids.Contains(row.OrganizationId)).ToListAsync(cancellationToken);
        var meetings = await db.Meetings.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => ids.Contains(row.OrganizationId) && years.Contains(row.Year))
            .ToListAsync(cancellationToken);
        return new MeetingGround(
            places.ToLookup(place => place.OrganizationId),
            groups.ToLookup(group => group.ParentId!.Value),
            terms.ToLookup(term => term.OrganizationId),
            meetings.ToLookup(meeting => meeting.OrganizationId),
            await CountAsync(asked, membership, cancellationToken),
            await policies.InForceOnAsync<MeetingPolicy>(asked.Max(meeting => meeting.Facts.HeldOn), cancellationToken));
    }

    private static async Task<IReadOnlyDictionary<(Guid Organization, DateOnly Day), int>> CountAsync(
        IReadOnlyList<AskedMeeting> asked, IEnumerable<IOrganizationMembership> membership, CancellationToken cancellationToken)
    {
        var counted = new Dictionary<(Guid Organization, DateOnly Day), int>();
        foreach (var day in asked.Where(meeting => meeting.Facts.IsByPartyGroups).GroupBy(meeting => meeting.Facts.HeldOn, meeting => meeting.OrganizationId))
        {
            foreach (var members in membership)
            {
                var counts = await members.CountMembersAsync([.. day.Distinct()], day.Key, cancellationToken);
                foreach (var organization in day.Distinct())
                    counted[(organization, day.Key)] = counts.GetValueOrDefault(organization);
            }
        }

        return counted;
    }
}
