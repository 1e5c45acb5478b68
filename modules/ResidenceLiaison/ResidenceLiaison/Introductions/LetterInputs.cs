using Modular.GraphQL.CodeFirst;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>Letters that are issued.</summary>
internal sealed record IssueResidenceLettersInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>The commune or ward committee to which they are addressed.</summary>
    [ID("Organization")]
    public required Guid ReceiverId { get; init; }

    /// <summary>The day of the letters; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who signs: the secretary or a deputy.</summary>
    public string? SignedBy { get; init; }
}

/// <summary>Letters that came in at the commune committee.</summary>
internal sealed record ReceiveResidenceLettersInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>The day of receipt; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Members who are assigned to a residential cell.</summary>
internal sealed record AssignResidenceCellInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>The cell.</summary>
    [ID("Organization")]
    public required Guid CellId { get; init; }

    /// <summary>The day of the assignment; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Members whom the residential cell has listed and informed.</summary>
internal sealed record InformResidenceMembersInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Letters that are sent back to the workplace.</summary>
internal sealed record ReturnResidenceLettersInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>Why.</summary>
    public required LetterReturnReason Reason { get; init; }

    /// <summary>What is known of it; at most 300 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Members of whom the workplace says in which category they are.</summary>
internal sealed record SetResidenceCategoryInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>The category; what follows from the facts where it is left out.</summary>
    public LiaisonCategory? Category { get; init; }

    /// <summary>Why it differs from what follows from the facts; needed with a category, at most 300 characters.</summary>
    public string? Reason { get; init; }
}

/// <summary>Members whom somebody of the committee follows.</summary>
internal sealed record AssignResidenceFollowerInput
{
    /// <summary>The introductions, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>The member of the committee of their grassroots organization or cell; nobody where it is left out.</summary>
    [ID("Member")]
    public Guid? FollowerId { get; init; }
}
