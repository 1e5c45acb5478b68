using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Host.Administration.Accounts;

/// <summary>A key with which a program works in a province.</summary>
internal sealed class ServiceKey : IProvinceOwned, IVersioned
{
    private ServiceKey()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The hash of the secret part; the key itself is kept by nobody but its holder.</summary>
    public byte[] Hash { get; private set; } = [];

    public string[] Permissions { get; private set; } = [];

    public Reach Reach { get; private set; }

    public Guid? OrganizationId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTime ExpiresAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    /// <summary>A key with these rights; all rules were checked.</summary>
    public static ServiceKey Make(Guid userId, ServiceKeyRights rights, ICurrentAccess by, DateTimeOffset now, byte[] hash) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        Name = rights.Name,
        Hash = hash,
        Permissions = [.. rights.Permissions],
        Reach = rights.Reach,
        OrganizationId = rights.OrganizationId,
        CreatedAt = now.UtcDateTime,
        CreatedBy = by.UserName,
        ExpiresAt = now.AddDays(rights.Days).UtcDateTime,
    };

    /// <summary>Whether it is no longer good.</summary>
    public bool IsOver(DateTimeOffset now) => EndedAt is not null || ExpiresAt <= now.UtcDateTime;

    /// <summary>Ends it.</summary>
    public void End(DateTimeOffset now) => EndedAt = now.UtcDateTime;

    /// <summary>Lets it be good for no longer than until then.</summary>
    public void Shorten(DateTimeOffset until) => ExpiresAt = until.UtcDateTime < ExpiresAt ? until.UtcDateTime : ExpiresAt;
}

/// <summary>What a key is for and holds.</summary>
internal sealed record ServiceKeyRights(string Name, IReadOnlyList<string> Permissions, Reach Reach, Guid? OrganizationId, int Days);
