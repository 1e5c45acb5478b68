using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Organizations.Decisions;

/// <summary>What happened to an organization.</summary>
internal enum OrganizationEventType
{
    /// <summary>Founded (thành lập).</summary>
    Found,

    /// <summary>Raised from a cell to a committee (nâng cấp).</summary>
    Upgrade,

    /// <summary>Lowered from a committee to a cell (hạ cấp).</summary>
    Downgrade,

    /// <summary>Merged (hợp nhất, sáp nhập).</summary>
    Merge,

    /// <summary>Split (chia tách).</summary>
    Split,

    /// <summary>Moved under another parent (chuyển cấp trên trực tiếp).</summary>
    MoveParent,

    /// <summary>Renamed (đổi tên).</summary>
    Rename,

    /// <summary>Turned into another kind (chuyển đổi loại hình).</summary>
    ChangeKind,

    /// <summary>Dissolved (giải thể).</summary>
    Dissolve,

    /// <summary>Disbanded as a disciplinary measure (giải tán).</summary>
    DissolveAsDiscipline,

    /// <summary>Activity ended (kết thúc hoạt động).</summary>
    EndOfActivity,
}

/// <summary>An act in the life of an organization, with the decision on which it rests (ORG-25).</summary>
internal sealed class OrganizationEvent : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required OrganizationEventType Type { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Guid? DecisionId { get; init; }

    public string? PreviousName { get; init; }

    public string? Name { get; init; }

    public Guid? PreviousParentId { get; init; }

    public Guid? ParentId { get; init; }

    public string? Remark { get; init; }
}
