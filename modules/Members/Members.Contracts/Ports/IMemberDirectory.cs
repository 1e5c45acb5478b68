namespace Modular.Members.Contracts;

/// <summary>
/// Looks members up for other modules, in batches. It answers for the province of the current scope and is not bounded by the user's
/// grants: the caller checks what the user may do, and shows no more than they may see.
/// </summary>
public interface IMemberDirectory
{
    /// <summary>The members of these identifiers as they stood on a day. Missing: those that are unknown, or not yet registered on that day.</summary>
    Task<IReadOnlyDictionary<Guid, MemberSummary>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The members who belonged to these cells on a day: probationary and official, with their official assignment (MEM-29).</summary>
    Task<ILookup<Guid, MemberSummary>> FindByCellAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Those who left the Party, died, or were removed before a day and did not come back, in the order of their keys.</summary>
    Task<IReadOnlyList<FormerMember>> FindFormerAsync(DateOnly leftBefore, CancellationToken cancellationToken);
}

/// <summary>Somebody who is no member any more.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="LeftOn">The first day on which they were no member.</param>
/// <param name="LastOrganizationId">The cell to which they belonged last.</param>
public sealed record FormerMember(Guid Id, DateOnly LeftOn, Guid LastOrganizationId);

/// <summary>A member as they stood on a day.</summary>
/// <param name="Id">The identifier, which never changes.</param>
/// <param name="FullName">The name as it is now.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Status">The status on that day.</param>
/// <param name="OrganizationId">The cell to which they belonged on that day, or null.</param>
public sealed record MemberSummary(Guid Id, string FullName, DateOnly BirthDate, MembershipStatus Status, Guid? OrganizationId)
{
    /// <summary>The cell to which they belong now, or belonged last: what decides who may act for them, also after they left the Party.</summary>
    public required Guid LastOrganizationId { get; init; }
}
