namespace Modular.Organizations.Contracts;

/// <summary>Tells other modules who holds posts in committees. It is not bounded by the user's grants: the caller checks what the user may know.</summary>
public interface ICommitteePosts
{
    /// <summary>The organizations in whose committees a member holds a post on a day.</summary>
    Task<IReadOnlySet<Guid>> FindOrganizationsAsync(Guid memberId, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The posts that a member holds on a day, by the organization in whose committee; nobody holds two in one.</summary>
    Task<IReadOnlyDictionary<Guid, CommitteePostKind>> FindPostsAsync(Guid memberId, DateOnly day, CancellationToken cancellationToken);
}
