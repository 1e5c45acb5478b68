using Modular.Kernel.Access;

namespace Modular.Kernel.WorkItems;

/// <summary>Knows the users to whom work may be given; whoever keeps the accounts implements it.</summary>
public interface IWorkItemAssignees
{
    /// <summary>A user of the current province with their rights, or null where there is none or the account is closed.</summary>
    ValueTask<WorkItemAssignee?> FindAsync(string userName, CancellationToken cancellationToken);
}

/// <summary>A user to whom work may be given.</summary>
/// <param name="UserId">The account.</param>
/// <param name="UserName">The name under which they sign in.</param>
/// <param name="Access">What they may do where.</param>
public sealed record WorkItemAssignee(Guid UserId, string UserName, ICurrentAccess Access);
