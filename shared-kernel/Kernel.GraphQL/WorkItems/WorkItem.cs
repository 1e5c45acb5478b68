using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.WorkItems;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>A row of <c>kernel.work_items</c>; the kernel opens and closes it as its fact comes and goes, people give it to somebody and write a note on it.</summary>
internal sealed class WorkItem : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The version, for changes.</summary>
    public int Version { get; private set; }

    /// <summary>The module (phân hệ) whose fact it is.</summary>
    public string Module { get; private set; } = "";

    /// <summary>The identifier of its kind (loại việc).</summary>
    public string KindId { get; private set; } = "";

    public Guid OrganizationId { get; private set; }

    public Guid ResponsibleId { get; private set; }

    public Guid? MemberId { get; private set; }

    /// <summary>The day from which the deadline counts (ngày bắt đầu tính hạn).</summary>
    public DateOnly BaseOn { get; private set; }

    /// <summary>The last day (hạn hoàn thành).</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What has become of it.</summary>
    public WorkItemState State { get; private set; }

    /// <summary>When it came up.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? AssigneeId { get; private set; }

    /// <summary>The user to whom it was given (người được giao); null where to nobody.</summary>
    public string? AssigneeName { get; private set; }

    /// <summary>What was noted on it (ghi chú).</summary>
    public string? Note { get; set; }

    /// <summary>The last day on which it was called to mind (ngày nhắc gần nhất); null where it was not yet.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>Gives it to a user, or to nobody.</summary>
    public void Assign(WorkItemAssignee? assignee) => (AssigneeId, AssigneeName) = (assignee?.UserId, assignee?.UserName);
}
