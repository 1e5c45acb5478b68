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

    /// <summary>How many members, official and probationary (đảng viên chính thức, dự bị), belong to each organization and those below it on a day; 0 where missing.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountMembersAsync(IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);

    /// <summary>How members stand on days, each on a day of its own. Missing: those that are unknown, or not yet registered on that day.</summary>
    Task<IReadOnlyDictionary<MemberOnDay, MemberStanding>> FindStandingAsync(
        IReadOnlyCollection<MemberOnDay> asked, CancellationToken cancellationToken);

    /// <summary>
    /// The members who bear these numbers now: of the Party card (8 digits), of the CV (6 digits and letters) or of the citizen identity (12
    /// digits), with or without spaces, dots and hyphens. Keys of the answer are the numbers as asked. Missing: numbers that nobody bears.
    /// </summary>
    Task<IReadOnlyDictionary<string, NumberedMember>> FindByNumberAsync(
        IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);
}

/// <summary>A member, asked about for a day.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Day">The day.</param>
public readonly record struct MemberOnDay(Guid MemberId, DateOnly Day);

/// <summary>How a member stands on a day.</summary>
/// <param name="IsOfficial">Whether they are an official member (đảng viên chính thức).</param>
/// <param name="OrganizationId">The cell to which they officially belong, or null.</param>
public sealed record MemberStanding(bool IsOfficial, Guid? OrganizationId)
{
    /// <summary>Whether the current user may see the member: of one whom they may not see they are not even told that there is such a member.</summary>
    public bool IsVisible { get; init; } = true;
}

/// <summary>A member, found by a number.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="FullName">The name in the register, to compare with the one that somebody wrote beside the number.</param>
public sealed record NumberedMember(Guid MemberId, string FullName);
