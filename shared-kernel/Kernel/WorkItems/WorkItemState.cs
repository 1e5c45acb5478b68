namespace Modular.Kernel.WorkItems;

/// <summary>What has become of a work item.</summary>
public enum WorkItemState
{
    /// <summary>It is to be done (chưa hoàn thành).</summary>
    Open,

    /// <summary>What was due has happened (đã hoàn thành).</summary>
    Done,

    /// <summary>It is no more to be done: the member died, the organization ended (không còn phải làm).</summary>
    Cancelled,

    /// <summary>The fact from which its deadline counts has changed; another item took its place (được thay thế).</summary>
    Superseded,
}
