namespace Modular.Organizations.Contracts;

/// <summary>
/// Implemented by the module that keeps members: moves those who stand on the list of one organization to another by a decision on the organizations themselves
/// (ORG-22). It is asked inside the change that reorganizes, and its rows become durable with that change or not at all.
/// </summary>
public interface IOrganizationMembersMove
{
    /// <summary>
    /// Moves people from a day on, with official and temporary activity, or says why none were moved: it is all or nobody. How they stood before that day stays.
    /// </summary>
    /// <exception cref="InvalidOperationException">No change is running.</exception>
    Task<MembersMoveOutcome> MoveAsync(MembersMove move, CancellationToken cancellationToken);

    /// <summary>
    /// How many official members belong to each organization and those below it on a day, as the running change leaves it; 0 where missing.
    /// </summary>
    /// <exception cref="InvalidOperationException">No change is running.</exception>
    Task<IReadOnlyDictionary<Guid, int>> CountOfficialAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>People who are to be moved from one organization to another.</summary>
/// <param name="FromId">The organization on whose list they stand.</param>
/// <param name="ToId">The organization that takes them in.</param>
/// <param name="MemberIds">The list attached to the decision (danh sách kèm theo); null for all who stand there.</param>
/// <param name="EffectiveOn">The first day in the other organization.</param>
/// <param name="DecisionNumber">Number and symbol of the decision.</param>
/// <param name="DecidedOn">The date of the decision.</param>
public sealed record MembersMove(
    Guid FromId, Guid ToId, IReadOnlyCollection<Guid>? MemberIds, DateOnly EffectiveOn, string DecisionNumber, DateOnly DecidedOn);

/// <summary>What a move of people came to.</summary>
/// <param name="Official">How many were moved who belong there.</param>
/// <param name="Temporary">How many were moved who are active there for a time.</param>
public sealed record MembersMoveOutcome(int Official, int Temporary)
{
    /// <summary>Those of the list who do not stand on the organization's list on that day; nobody was moved then.</summary>
    public IReadOnlyCollection<Guid> NotThere { get; init; } = [];

    /// <summary>The first day on which the move is possible, where somebody came to the organization later than it is to take effect; nobody was moved then.</summary>
    public DateOnly? NotBefore { get; init; }
}
