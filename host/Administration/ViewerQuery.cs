using Modular.GraphQL.CodeFirst;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Host.Identity.Data;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;

namespace Modular.Host.Administration;

/// <summary>Who is asking, and what they may do in this province.</summary>
/// <param name="UserName">The name under which they sign in.</param>
/// <param name="MemberId">Their own member record, where the account belongs to a member.</param>
/// <param name="Province">The province that is asked.</param>
/// <param name="Permissions">The permissions that they hold somewhere in the province.</param>
/// <param name="HasSecondFactor">Whether a second factor was proven in this session.</param>
/// <param name="SecondFactorIsMissing">Whether they hold roles that give nothing until a second factor is proven; docs/identity.md says how to set one up.</param>
[Classified(DataClass.Basic)]
internal sealed record Viewer(
    string UserName,
    [property: References("Member")] Guid? MemberId,
    ViewerProvince Province,
    IReadOnlyList<string> Permissions,
    bool HasSecondFactor,
    bool SecondFactorIsMissing);

/// <summary>The province (tỉnh) whose registers are asked.</summary>
/// <param name="Slug">How it is called in addresses.</param>
/// <param name="Name">The name without diacritics.</param>
/// <param name="VietnameseName">The official name.</param>
[GraphQLName("Province")]
[Classified(DataClass.Internal)]
internal sealed record ViewerProvince(string Slug, string Name, string VietnameseName);

[QueryType]
internal static class ViewerQuery
{
    /// <summary>Who is asking, and what they may do in this province.</summary>
    [Public("Everybody may know their own rights.")]
    public static Viewer Viewer(ViewerReader viewers) => viewers.Read();
}

[ExtendObjectType("Viewer")]
[Public("Everybody may know their own rights.")]
internal static class ViewerFields
{
    /// <summary>The provinces in which the user works (tỉnh nơi tôi làm việc).</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<ViewerProvince>>> GetProvincesAsync(
        [Parents] IReadOnlyList<Viewer> viewers, ViewerReader reader, CancellationToken cancellationToken)
    {
        var provinces = await reader.ProvincesAsync(cancellationToken);
        return [.. viewers.Select(_ => provinces)];
    }

    /// <summary>The roles that the user holds or will hold (vai trò của tôi), those in which they stand in for somebody included.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<GrantSummary>>> GetGrantsAsync(
        [Parents] IReadOnlyList<Viewer> viewers, OwnGrants own, CancellationToken cancellationToken)
    {
        var grants = await own.HeldAsync(cancellationToken);
        return [.. viewers.Select(_ => grants)];
    }

    /// <summary>Who stands in for the user, or will (ủy quyền của tôi).</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<GrantSummary>>> GetDelegationsAsync(
        [Parents] IReadOnlyList<Viewer> viewers, OwnGrants own, CancellationToken cancellationToken)
    {
        var grants = await own.DelegatedAsync(cancellationToken);
        return [.. viewers.Select(_ => grants)];
    }
}

/// <summary>Describes whoever the current scope belongs to.</summary>
internal sealed class ViewerReader(ICurrentAccess access, ICurrentProvince province, InstalledModules modules, AccountStatements accounts)
{
    public Viewer Read() => new(
        access.UserName,
        access.MemberId,
        new ViewerProvince(province.Province.Slug, province.Province.Name, province.Province.VietnameseName),
        [
            .. HostPermissions.All.Concat(modules.All.SelectMany(module => module.Registration.DeclaredPermissions))
                .Select(permission => permission.Name)
                .Where(access.Holds)
                .Order(StringComparer.Ordinal),
        ],
        access is RequestAccess { User.HasSecondFactor: true },
        access is RequestAccess { User.SecondFactorIsMissing: true });

    public Task<IReadOnlyList<ViewerProvince>> ProvincesAsync(CancellationToken cancellationToken) => accounts.ListAsync(
        """
        select p.slug, p.name, p.vietnamese_name from identity.user_provinces d join kernel.provinces p on p.id = d.province_id
        where d.user_id = $1 order by p.slug
        """,
        row => new ViewerProvince(row.GetString(0), row.GetString(1), row.GetString(2)),
        cancellationToken,
        access.UserId);
}
