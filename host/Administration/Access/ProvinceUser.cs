using Modular.Host.Administration.Accounts;
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

    /// <summary>Whether a program works under this account, by keys.</summary>
    public bool IsService { get; private set; }

    /// <summary>When an administrator closed the account in the province; null while it is open there.</summary>
    public DateTime? DeactivatedAt { get; private set; }

    /// <summary>When an administrator last took the password away.</summary>
    public DateTime? ResetAt { get; private set; }

    /// <summary>When an administrator last made the account's wrong tries forgotten.</summary>
    public DateTime? UnlockedAt { get; private set; }

    /// <summary>When an administrator last ended all sessions.</summary>
    public DateTime? SignedOutAt { get; private set; }

    /// <summary>Lets an account into the province.</summary>
    public static ProvinceUser Admit(Guid id, NewAccount account, string by, DateTimeOffset now) => new()
    {
        Id = id,
        UserName = account.UserName,
        MemberId = account.MemberId,
        IsService = account.IsService,
        AdmittedAt = now.UtcDateTime,
        AdmittedBy = by,
    };

    /// <summary>Says which member record is the user's own.</summary>
    public void BelongTo(Guid memberId) => MemberId = memberId;

    /// <summary>Closes the account in the province; one that is closed stays as it is.</summary>
    public void Deactivate(DateTimeOffset now) => DeactivatedAt ??= now.UtcDateTime;

    /// <summary>Opens it again.</summary>
    public void Reactivate() => DeactivatedAt = null;

    public void Reset(DateTimeOffset now) => ResetAt = now.UtcDateTime;

    public void Unlock(DateTimeOffset now) => UnlockedAt = now.UtcDateTime;

    public void SignOut(DateTimeOffset now) => SignedOutAt = now.UtcDateTime;
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
        user.Field(u => u.IsService, "Whether a program works under the account, by service keys.", DataClass.Internal);
        user.Field(u => u.DeactivatedAt, "When an administrator closed the account in the province; null while it is open there.", DataClass.Internal);
        user.Field(u => u.ResetAt, "When an administrator last took the password away.", DataClass.Internal);
        user.Children<RoleGrant>("grants", g => g.UserId, "The roles that the user holds on a day (vai trò được giao), the oldest first.");
        user.Filter(u => u.UserName).Sortable("USER_NAME", u => u.UserName).SortedBy("USER_NAME");
    }
}
