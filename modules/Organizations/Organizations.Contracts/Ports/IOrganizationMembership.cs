namespace Modular.Organizations.Contracts;

/// <summary>
/// Implemented by the module that keeps members: what the rules of committees need to know of them. Where no module
/// implements it, the rules that need members are not checked.
/// </summary>
public interface IOrganizationMembership
{
    /// <summary>How many official members (đảng viên chính thức) belong to each organization and those below it on a day; 0 where missing.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountOfficialMembersAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);

    /// <summary>How members stand on a day. Missing: those that are unknown.</summary>
    Task<IReadOnlyDictionary<Guid, MemberStanding>> FindStandingAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>How a member stands on a day.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="IsOfficial">Whether they are an official member (đảng viên chính thức).</param>
/// <param name="OrganizationId">The cell to which they officially belong, or null.</param>
public sealed record MemberStanding(Guid MemberId, bool IsOfficial, Guid? OrganizationId);
