using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Host.Administration.Access;

/// <summary>A role of a province: one that every province starts with, or one of its own.</summary>
internal sealed class ProvinceRole : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public string Id { get; private set; } = "";

    public int Version { get; private set; }

    public string Title { get; private set; } = "";

    public string VietnameseTitle { get; private set; } = "";

    /// <summary>Whether it counts only in sessions in which a second factor was proven.</summary>
    public bool RequiresSecondFactor { get; set; }

    /// <summary>When it was ended; it keeps its name, which history and ended grants tell.</summary>
    public DateTime? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    /// <summary>Whether every province starts with it, so that modules count on it.</summary>
    public bool IsDefault => DefaultRoleTitles.All.ContainsKey(Id);

    /// <summary>Defines a role; all rules were checked.</summary>
    public static ProvinceRole Define(string id, string title, string vietnameseTitle, bool requiresSecondFactor) => new()
    {
        Id = id,
        Title = title,
        VietnameseTitle = vietnameseTitle,
        RequiresSecondFactor = requiresSecondFactor,
    };

    public void Rename(string? title, string? vietnameseTitle) => (Title, VietnameseTitle) = (title ?? Title, vietnameseTitle ?? VietnameseTitle);

    /// <summary>Ends the role; its grants are ended with it.</summary>
    public void End(ICurrentAccess by, DateTimeOffset now) => (EndedAt, EndedBy) = (now.UtcDateTime, by.UserName);
}

/// <summary>A permission in a role of a province.</summary>
internal sealed class ProvinceRolePermission : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public string RoleId { get; private set; } = "";

    public string Permission { get; private set; } = "";

    public bool MayUse { get; set; }

    public bool MayGive { get; set; }

    public static ProvinceRolePermission Of(string roleId, RolePermissionInput input) => new()
    {
        RoleId = roleId,
        Permission = input.Name,
        MayUse = input.MayUse,
        MayGive = input.MayGive,
    };
}
