using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Host.Administration.Access;

/// <summary>An account that may work in the province.</summary>
internal sealed class ProvinceUser : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public string UserName { get; private set; } = "";

    /// <summary>The user's own member record, where the account belongs to a member.</summary>
    public Guid? MemberId { get; private set; }

    public DateTime AdmittedAt { get; private set; }

    public string AdmittedBy { get; private set; } = "";
}

internal sealed class ProvinceUserType : EntityType<ProvinceUser, AccessDbContext>
{
    protected override void Define(EntityTypeBuilder<ProvinceUser> user)
    {
        user.Name("User").Describe("An account that may work in the province (tài khoản).").Requires(HostPermissions.ReadAccess).IsNode();
        user.Field(u => u.UserName, "The name under which the user signs in.", DataClass.Basic);
        user.Reference("member", "Member", u => u.MemberId, "The member to whom the account belongs; null where it belongs to none, or out of reach.", DataClass.Basic);
        user.Field(u => u.AdmittedAt, "Since when the account works in the province.", DataClass.Internal);
        user.Field(u => u.AdmittedBy, "Who let it in.", DataClass.Internal);
        user.Children<RoleGrant>("grants", g => g.UserId, "The roles that the user holds on a day (vai trò được giao), the oldest first.");
        user.Filter(u => u.UserName).Sortable("USER_NAME", u => u.UserName).SortedBy("USER_NAME");
    }
}
