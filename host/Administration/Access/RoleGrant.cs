using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using NpgsqlTypes;

namespace Modular.Host.Administration.Access;

/// <summary>A role that a user holds at a place for a period.</summary>
internal sealed class RoleGrant : IProvinceOwned, IVersioned
{
    private RoleGrant()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid UserId { get; private set; }

    public string RoleId { get; private set; } = "";

    public Reach Reach { get; private set; }

    public Guid? OrganizationId { get; private set; }

    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>The first day; the database derives it, for lists in order.</summary>
    public DateOnly FromDay { get; private set; }

    public string GrantedBy { get; private set; } = "";

    public Guid? GrantedById { get; private set; }

    public DateTime GrantedAt { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>When it was ended, before or within its period.</summary>
    public DateTime? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>The grant of somebody who is away, for whom this one stands in.</summary>
    public Guid? DelegatedFrom { get; private set; }

    /// <summary>Gives a role; all rules were checked.</summary>
    public static RoleGrant Give(GrantedRole role, GrantPeriod period, ICurrentAccess giver, DateTimeOffset now, string reason) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = role.UserId,
        RoleId = role.RoleId,
        Reach = role.Reach,
        OrganizationId = role.OrganizationId,
        Valid = period.Range,
        GrantedBy = giver.UserName,
        GrantedById = giver.UserId,
        GrantedAt = now.UtcDateTime,
        Reason = reason,
        DelegatedFrom = role.DelegatedFrom,
    };

    /// <summary>Whether it was ended, or its days are over.</summary>
    public bool IsOver(DateOnly today) => EndedAt is not null || (!Valid.UpperBoundInfinite && Valid.UpperBound <= today);

    /// <summary>Ends the grant at once.</summary>
    public void End(ICurrentAccess by, DateTimeOffset now, string reason)
    {
        EndedAt = now.UtcDateTime;
        EndedBy = by.UserName;
        EndReason = reason;
    }
}

/// <summary>A role at a place, for somebody.</summary>
/// <param name="UserId">The user.</param>
/// <param name="RoleId">The role.</param>
/// <param name="Reach">How far it reaches.</param>
/// <param name="OrganizationId">The organization, where the reach names one.</param>
/// <param name="DelegatedFrom">The grant for which this one stands in.</param>
internal sealed record GrantedRole(Guid UserId, string RoleId, Reach Reach, Guid? OrganizationId, Guid? DelegatedFrom = null);

internal sealed class RoleGrantType : EntityType<RoleGrant, AccessDbContext>
{
    protected override void Define(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.Name("Grant").Describe("A role that a user holds at a place for a period (vai trò được giao).").Requires(HostPermissions.ReadAccess).IsNode();
        grant.Field(g => g.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        grant.Reference("user", "User", g => g.UserId, "Who holds it.", DataClass.Internal);
        grant.Field(g => g.RoleId, "The role, one of `roles`.", DataClass.Internal);
        grant.Field(g => g.Reach, "How far it reaches.", DataClass.Internal);
        grant.Reference("organization", "Organization", g => g.OrganizationId, "The organization where it was given, where the reach names one.", DataClass.Internal);
        grant.Period(g => g.Valid, "from", "to", "the role is held, unless it was ended.", DataClass.Internal);
        grant.Field(g => g.GrantedBy, "Who gave it.", DataClass.Internal);
        grant.Field(g => g.GrantedAt, "When it was given.", DataClass.Internal);
        grant.Field(g => g.Reason, "Why it was given.", DataClass.Internal);
        grant.Field(g => g.EndedAt, "When it was ended; null while it holds or has run out by itself.", DataClass.Internal);
        grant.Field(g => g.EndedBy, "Who ended it.", DataClass.Internal);
        grant.Field(g => g.EndReason, "Why it was ended.", DataClass.Internal);
        grant.Reference("delegatedFrom", "Grant", g => g.DelegatedFrom, "The grant of somebody who is away, for whom this one stands in (ủy quyền).", DataClass.Internal);
        grant.Filter(g => g.RoleId).Filter(g => g.Reach);
        grant.Sortable("FROM", g => g.FromDay).SortedBy("FROM").Dated(g => g.Valid);
    }
}
