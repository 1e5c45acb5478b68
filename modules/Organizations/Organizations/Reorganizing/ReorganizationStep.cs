using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Codes;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;

namespace Modular.Organizations.Reorganizing;

/// <summary>What a step of a reorganization does.</summary>
internal enum ReorganizationStepKind
{
    /// <summary>Founds an organization (thành lập), as a part of the one that it is split from where <c>targetId</c> names that.</summary>
    Found,

    /// <summary>Gives another name (đổi tên).</summary>
    Rename,

    /// <summary>Moves an organization with all below it under another parent (chuyển cấp trên trực tiếp).</summary>
    Move,

    /// <summary>Upgrades, downgrades or turns into another kind (nâng cấp, hạ cấp, chuyển đổi loại hình).</summary>
    ChangeKind,

    /// <summary>Merges an organization into another, with all below it and all who are in it (sáp nhập, hợp nhất).</summary>
    Merge,

    /// <summary>Ends an organization that was split into others founded before in the same reorganization (chia tách).</summary>
    Split,

    /// <summary>Moves members by the list attached to the decision, or all of them, from one cell to another (chuyển đảng viên theo danh sách).</summary>
    MoveMembers,

    /// <summary>Ends an organization in which nothing is left (giải thể, giải tán, kết thúc hoạt động).</summary>
    End,
}

/// <summary>A step of a reorganization. Steps are carried out in order; which of the values count depends on the kind.</summary>
internal sealed class ReorganizationStep : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public required Guid ReorganizationId { get; init; }

    public required Guid SuperiorId { get; init; }

    /// <summary>The place in the order, from 1 on.</summary>
    public required int Position { get; init; }

    public required ReorganizationStepKind Kind { get; init; }

    /// <summary>The organization that it is about; for one that is founded, the identifier that it will have.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The parent of the founded or moved organization.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The organization into which it is merged, which takes the members in, or from which the new one is split.</summary>
    public Guid? TargetId { get; init; }

    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public string? Code { get; init; }

    public CodeScheme? CodeScheme { get; init; }

    public string? KindCode { get; init; }

    public string? Subkind { get; init; }

    public EndingManner? Manner { get; init; }

    public FieldType? FieldType { get; init; }

    public HostLegalStatus? HostLegalStatus { get; init; }

    public string? AdministrativeUnitCode { get; init; }

    public bool HasSuperiorPowers { get; init; }

    public string? ConsentNumber { get; init; }

    public DateOnly? ConsentOn { get; init; }

    public string? ConsentAuthority { get; init; }

    public Guid? ConsentAuthorityOrganizationId { get; init; }
}

/// <summary>A member on a list that is attached to the decision.</summary>
internal sealed class ReorganizationMember : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public required Guid ReorganizationId { get; init; }

    public required Guid StepId { get; init; }

    public required Guid SuperiorId { get; init; }

    public required Guid MemberId { get; init; }
}
