namespace Modular.Organizations.Contracts;

/// <summary>
/// Looks organizations up for other modules, in batches. It answers for the province of the current scope and is not bounded by the
/// user's grants: the caller checks what the user may do there.
/// </summary>
public interface IOrganizationDirectory
{
    /// <summary>The organizations of these identifiers as they stood on a day. Missing: those that are unknown.</summary>
    Task<IReadOnlyDictionary<Guid, OrganizationSummary>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);

    /// <summary>
    /// The organizations that hold, or once held, these codes; a code is never given to a second organization. Codes of the 208
    /// scheme are found with dots and as 14 digits. Keys of the answer are the codes as asked. Missing: codes that nobody ever held.
    /// </summary>
    Task<IReadOnlyDictionary<string, OrganizationSummary>> FindByCodeAsync(
        IReadOnlyCollection<string> codes, DateOnly day, CancellationToken cancellationToken);

    /// <summary>
    /// The organizations that bear one of these names on a day, compared without diacritics and case. Keys of the answer are the
    /// names as asked; several organizations may share a name (<c>Chi bộ 1</c>), so that the caller must decide by their place.
    /// </summary>
    Task<ILookup<string, OrganizationSummary>> FindByNameAsync(
        IReadOnlyCollection<string> names, DateOnly day, CancellationToken cancellationToken);

    /// <summary>
    /// The organizations of communes and wards, by the codes of the units of administration, 5 digits; of a unit that became part of another one those of that other. Keys of the answer are the codes as asked.
    /// </summary>
    Task<ILookup<string, OrganizationSummary>> FindByCommuneAsync(
        IReadOnlyCollection<string> communeCodes, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>An organization as it stood on a day.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Code">The code in force.</param>
/// <param name="Name">The official name on that day; its last one for a day on which it did not exist.</param>
/// <param name="Kind">The kind on that day, one of <see cref="OrganizationKinds"/>.</param>
/// <param name="State">The state as it is now.</param>
/// <param name="FoundedOn">The first day on which it works.</param>
/// <param name="EndedOn">The first day on which it is no more, or null.</param>
/// <param name="ParentId">The organization directly above on that day, or null.</param>
/// <param name="Path">The place in the tree on that day, or null where it was not in the tree.</param>
public sealed record OrganizationSummary(
    Guid Id,
    string Code,
    string Name,
    string Kind,
    OrganizationState State,
    DateOnly FoundedOn,
    DateOnly? EndedOn,
    Guid? ParentId,
    string? Path)
{
    /// <summary>Whether it may expel members by delegation (được ủy quyền khai trừ), REM-03.</summary>
    public bool MayExpel { get; init; }

    /// <summary>In what field of life it works (lĩnh vực), as the API writes it, for instance <c>RESIDENTIAL_AREA</c>; null where it is not known.</summary>
    public string? FieldType { get; init; }

    /// <summary>Whether it existed on a day.</summary>
    public bool ExistedOn(DateOnly day) =>
        State != OrganizationState.Draft && FoundedOn <= day && (EndedOn is null || day < EndedOn);

    /// <summary>Whether members may be taken in on a day: a kind of cell that existed then and is not suspended.</summary>
    public bool TakesMembersOn(DateOnly day) =>
        OrganizationKinds.HoldsMembers(Kind) && ExistedOn(day) && State != OrganizationState.Suspended;
}
