using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;

namespace Modular.TestKit.Hosts;

/// <summary>A right of a test's user: a default role, or single permissions, at a place.</summary>
public sealed record TestGrant
{
    private TestGrant(string role, Reach reach, Guid? organizationId, IReadOnlyList<string>? permissions) =>
        (Role, Reach, OrganizationId, Permissions) = (role, reach, organizationId, permissions);

    /// <summary>The role that is granted.</summary>
    public string Role { get; }

    /// <summary>How far it reaches.</summary>
    public Reach Reach { get; }

    /// <summary>The organization of the grant, where the reach names one.</summary>
    public Guid? OrganizationId { get; }

    private IReadOnlyList<string>? Permissions { get; }

    /// <summary>One of the roles that every province starts with.</summary>
    public static TestGrant OfRole(string role, Reach reach, Guid? organizationId = null) => new(role, reach, organizationId, null);

    /// <summary>Single permissions for the whole province.</summary>
    public static TestGrant InProvince(params IReadOnlyList<string> permissions) => Of(Reach.Province, null, permissions);

    /// <summary>Single permissions for an organization and all below it.</summary>
    public static TestGrant Below(Guid organizationId, params IReadOnlyList<string> permissions) =>
        Of(Reach.OrganizationAndBelow, organizationId, permissions);

    /// <summary>Single permissions for one organization without those below it.</summary>
    public static TestGrant At(Guid organizationId, params IReadOnlyList<string> permissions) =>
        Of(Reach.Organization, organizationId, permissions);

    /// <summary>Single permissions for what is about the user.</summary>
    public static TestGrant OnSelf(params IReadOnlyList<string> permissions) => Of(Reach.Self, null, permissions);

    internal async Task DefineRoleAsync(TestDatabase database, Province province)
    {
        if (Permissions is null)
            return;
        await database.ExecuteAsync(
            province,
            """
            with role as (
                insert into identity.roles (province_id, id, title, vietnamese_title) values ($1, $2, $2, $2) on conflict do nothing)
            insert into identity.role_permissions (province_id, role_id, permission) select $1, $2, unnest($3) on conflict do nothing
            """,
            province.Id.Value,
            Role,
            Permissions.ToArray());
    }

    private static TestGrant Of(Reach reach, Guid? organizationId, IReadOnlyList<string> permissions) =>
        new(string.Join('+', permissions.Order(StringComparer.Ordinal)), reach, organizationId, permissions);
}
