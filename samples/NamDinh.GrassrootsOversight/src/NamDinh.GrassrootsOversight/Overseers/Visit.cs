using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>A visit of a committee member to the cell in their charge, with its report (OV-03, OV-04).</summary>
internal sealed class Visit : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; init; }

    /// <summary>The cell.</summary>
    public Guid CellId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly VisitedOn { get; init; }

    /// <summary>What for.</summary>
    public VisitKind Kind { get; init; }

    /// <summary>What was found (nội dung nắm được). It names no person.</summary>
    public string Findings { get; init; } = "";
}

/// <summary>What a visit is for.</summary>
internal enum VisitKind
{
    /// <summary>The cell's meeting (dự sinh hoạt chi bộ).</summary>
    CellMeeting,

    /// <summary>Work with the cell's committee or unit (làm việc với chi ủy, đơn vị).</summary>
    WorkWithUnit,

    /// <summary>Meeting people (gặp gỡ nhân dân).</summary>
    MeetingPeople,
}
