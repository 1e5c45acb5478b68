using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Host.Administration.Access;

/// <summary>Tells who can see records now: the grants and keys of today, with the reach that reading asks them for.</summary>
internal sealed class RecordReaders(TypeReadings types, ReachingWays ways, ICurrentAccess access)
{
    private const string MemberType = "Member";

    /// <summary>For each member all who can see the record, in the order of their names; null where the current user may not know.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<MemberAccess>?>> OfMembersAsync(IReadOnlyList<MemberPlace> members, CancellationToken cancellationToken)
    {
        if (types.Find(MemberType) is not { } reading)
            return [.. members.Select(_ => (IReadOnlyList<MemberAccess>?)null)];
        var paths = await ways.PathsAsync([.. members.Select(member => member.OrganizationId).OfType<Guid>().Distinct()], cancellationToken);
        var asked = members.Where(member => MayKnow(member, PathOf(member))).ToList();
        var reaching = await ways.FindAsync(reading.All, asked, paths, cancellationToken);
        return [.. members.Select(member => asked.Contains(member) ? ReadersOf(member, PathOf(member), reaching, reading) : null)];

        string? PathOf(MemberPlace member) => member.OrganizationId is { } id ? paths.GetValueOrDefault(id) : null;
    }

    private bool MayKnow(MemberPlace member, string? path)
    {
        var scope = access.ScopeOf(HostPermissions.ReadAccess);
        return scope.CoversProvince
            || access.MemberId == member.Id
            || (member.OrganizationId is { } organization && scope.Covers(organization, path ?? ""));
    }

    private static List<MemberAccess> ReadersOf(MemberPlace member, string? path, IReadOnlyList<ReachingWay> all, TypeReading reading) =>
    [
        .. all.Where(way => way.Reaches(member, path))
            .GroupBy(way => (way.UserName, way.IsService))
            .Select(user => (User: user.Key, Ways: user, Opened: reading.Opened(user.SelectMany(way => way.Permissions).ToHashSet(StringComparer.Ordinal))))
            .Where(user => user.Opened is not null)
            .Select(user => new MemberAccess(user.User.UserName, user.User.IsService, user.Opened!.Value, [.. user.Ways.Select(way => way.Way)]))
            .OrderBy(user => user.UserName, StringComparer.Ordinal),
    ];
}
