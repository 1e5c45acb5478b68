using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>The item is closed.</summary>
internal sealed record WorkItemIsClosed : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Việc này đã kết thúc, không sửa được nữa.", "The item is closed and cannot be changed any more.");
}

/// <summary>Whoever sees an item may not handle it for that.</summary>
internal sealed record WorkItemIsNotYoursToHandle : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn được xem nhưng không được giao hay ghi chú việc này tại tổ chức đó.",
        "You may see the item, but not give it to somebody or write on it at that organization.");
}

/// <summary>There is no such user, or they may not see the item: the two are not told apart.</summary>
/// <param name="UserName">The name that was given.</param>
internal sealed record AssigneeMayNotSeeTheItem(string UserName) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không có tài khoản '{UserName}' hoặc tài khoản đó không được xem việc này.",
        $"There is no user '{UserName}', or they may not see the item.");
}
