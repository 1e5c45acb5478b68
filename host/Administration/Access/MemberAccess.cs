using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Host.Administration.Access;

/// <summary>Somebody who can see a member's record now (người có quyền xem hồ sơ).</summary>
/// <param name="UserName">The name of the account.</param>
/// <param name="IsService">Whether it is the account of a program.</param>
/// <param name="DataClass">Up to which class values of the record are shown to them, all their ways taken together.</param>
/// <param name="Through">By what they reach the record.</param>
[Classified(DataClass.Basic)]
internal sealed record MemberAccess(string UserName, bool IsService, DataClass DataClass, IReadOnlyList<AccessWay> Through);

/// <summary>By what somebody reaches a record: a role that was given to them or in which they stand in, or a key of a program.</summary>
/// <param name="GrantId">The grant; null for a key.</param>
/// <param name="RoleId">The role; null for a key.</param>
/// <param name="RoleTitle">The English name of the role, or the name of the key.</param>
/// <param name="VietnameseRoleTitle">The Vietnamese name of the role, or the name of the key.</param>
/// <param name="Reach">How far it reaches.</param>
/// <param name="OrganizationId">The organization where it was given, where the reach names one.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while no end is planned.</param>
/// <param name="StandsInFor">The name of the account of whoever is away; null where nobody stands in.</param>
/// <param name="RequiresSecondFactor">Whether it counts only in sessions in which a second factor was proven.</param>
[Classified(DataClass.Basic)]
internal sealed record AccessWay(
    [property: ID("Grant")] Guid? GrantId,
    string? RoleId,
    string RoleTitle,
    string VietnameseRoleTitle,
    Reach Reach,
    [property: References("Organization")] Guid? OrganizationId,
    DateOnly From,
    DateOnly? To,
    string? StandsInFor,
    bool RequiresSecondFactor);

/// <summary>A page of a list of `MemberAccess`.</summary>
/// <param name="Edges">The page, with a cursor for each object.</param>
/// <param name="Nodes">The page.</param>
/// <param name="PageInfo">Where the page stands in the list.</param>
/// <param name="TotalCount">How many there are in all.</param>
[Classified(DataClass.Internal)]
internal sealed record MemberAccessConnection(
    IReadOnlyList<MemberAccessEdge> Edges, IReadOnlyList<MemberAccess> Nodes, PageFacts PageInfo, int TotalCount)
{
    private const string List = "MemberAccess";

    /// <summary>Cuts a page out of all who can see a record.</summary>
    public static MemberAccessConnection Of(IReadOnlyList<MemberAccess> all, PageArguments arguments)
    {
        var page = ListPage<MemberAccess>.Of(List, all, access => access.UserName, arguments);
        return new MemberAccessConnection(
            [.. page.Items.Zip(page.Cursors, (node, cursor) => new MemberAccessEdge(cursor, node))], page.Items, page.Facts, all.Count);
    }
}

/// <summary>One `MemberAccess` of a list.</summary>
/// <param name="Cursor">The place in the list, for `after` and `before`.</param>
/// <param name="Node">The object.</param>
[Classified(DataClass.Internal)]
internal sealed record MemberAccessEdge(string Cursor, MemberAccess Node);

/// <summary>Where a member's record stands.</summary>
internal sealed record MemberPlace(Guid Id, Guid? OrganizationId);

[ExtendObjectType("Member")]
internal static class MemberAccessFields
{
    /// <summary>
    /// Who can see this record now, by which role and up to which class of data, by the names of the accounts (ai xem được hồ sơ này). Shown to the member themselves,
    /// and to whoever may see access at the member's organization; null to others.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="readers">Finds who can see.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="first">The first so many behind `after`; 20 where neither this nor `last` is given, at most 200.</param>
    /// <param name="after">The cursor behind which the page begins.</param>
    /// <param name="last">The last so many before `before`; at most 200.</param>
    /// <param name="before">The cursor before which the page ends.</param>
    [Public("Whose data are processed may know by whom (Law 91/2025/QH15, PD-08); for others the code asks for the permission at the member's place.")]
    [GraphQLName("accessibleBy")]
    public static async Task<IReadOnlyList<MemberAccessConnection?>> GetAccessibleByAsync(
        [Parents] IReadOnlyList<MemberPlace> members,
        RecordReaders readers,
        CancellationToken cancellationToken,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null)
    {
        var page = new PageArguments(first, after, last, before);
        var found = await readers.OfMembersAsync(members, cancellationToken);
        return [.. found.Select(all => all is null ? null : MemberAccessConnection.Of(all, page))];
    }
}
