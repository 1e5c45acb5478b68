namespace Modular.Members.Contracts;

/// <summary>
/// Tells other modules what an introduction paper says of members, where they live, and which circumstances hold, in batches. It answers for the province of the current scope and
/// is not bounded by the user's grants: the caller checks what the user may do, and shows no more than they may see.
/// </summary>
public interface IMemberParticulars
{
    /// <summary>The members of these identifiers, with their residences and flags of a day. Missing: those that are unknown.</summary>
    Task<IReadOnlyDictionary<Guid, MemberParticulars>> FindAsync(IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>What an introduction paper says of a member, with their residences and circumstances of a day.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="FullName">The name as it is now.</param>
/// <param name="IsFemale">Whether the member is a woman (nữ).</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="JoinedOn">The day of joining (ngày vào Đảng), or null where it is not known.</param>
public sealed record MemberParticulars(Guid Id, string FullName, bool IsFemale, DateOnly BirthDate, DateOnly? JoinedOn)
{
    /// <summary>Where the member lives on that day: at most one place of each kind.</summary>
    public IReadOnlyList<MemberResidence> Residences { get; init; } = [];

    /// <summary>The flags that are set on that day.</summary>
    public IReadOnlySet<MembershipFlag> Flags { get; init; } = new HashSet<MembershipFlag>();
}

/// <summary>Where a member lives on a day.</summary>
/// <param name="Kind">In which sense they live there.</param>
/// <param name="Address">The address as written.</param>
/// <param name="Hamlet">The hamlet or residential group (thôn, tổ dân phố), or null.</param>
/// <param name="CommuneCode">The code of the commune, 5 digits, or null.</param>
/// <param name="Since">The first day there.</param>
public sealed record MemberResidence(ResidenceKind Kind, string Address, string? Hamlet, string? CommuneCode, DateOnly Since);
