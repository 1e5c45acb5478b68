using Modular.Kernel.Results;

namespace Modular.Organizations.Contracts;

/// <summary>
/// Implemented by a module that keeps things in organizations, such as members in cells: asked inside the transaction that ends
/// an organization, after the organization's row in the tree was locked. A module that puts something into an organization locks
/// the same row first (<c>IOrganizationTree.HoldAsync</c>), so that neither can slip past the other.
/// </summary>
public interface IOrganizationEndingObjection
{
    /// <summary>What is in these organizations on a day or later, and so stands in the way of ending them then; empty where nothing does.</summary>
    Task<IReadOnlyList<EndingObjection>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>A reason why an organization cannot end yet.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="What">What is still there, as a plural noun: <c>đảng viên</c>, <c>members</c>.</param>
/// <param name="Count">How many of them.</param>
public sealed record EndingObjection(Guid OrganizationId, LocalizedText What, int Count);
