namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>What an introduction paper to another province says: all that the receiving side reads before it takes the member in.</summary>
internal sealed record PaperWords
{
    /// <summary>The cell that the member leaves.</summary>
    public required string OriginName { get; init; }

    /// <summary>The committee that introduced out.</summary>
    public required string IntroducedBy { get; init; }

    /// <summary>Its number there.</summary>
    public string? PaperNumber { get; init; }

    /// <summary>To whom it is addressed, in words.</summary>
    public required string DestinationName { get; init; }

    /// <summary>The code of the receiving organization, where the sender knows it.</summary>
    public string? DestinationCode { get; init; }

    /// <summary>What made the transfer necessary.</summary>
    public required TransferCause Cause { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Birth date.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>Date of joining.</summary>
    public DateOnly? JoinedOn { get; init; }

    /// <summary>Official date.</summary>
    public DateOnly? OfficialOn { get; init; }

    /// <summary>Number of the Party card.</summary>
    public string? CardNumber { get; init; }

    /// <summary>CV number.</summary>
    public string? CvNumber { get; init; }

    /// <summary>The last month for which dues are paid.</summary>
    public DateOnly? DuesPaidThrough { get; init; }

    /// <summary>The number of the dossier on the National Public Service Portal.</summary>
    public string? PortalReference { get; init; }

    /// <summary>The day on which it was completed.</summary>
    public required DateOnly IntroducedOn { get; init; }

    /// <summary>The last day on which it is to be presented.</summary>
    public required DateOnly PresentBy { get; init; }

    /// <summary>The first day on which the member may be taken in.</summary>
    public required DateOnly EarliestOn { get; init; }

    /// <summary>The boxes that were signed on the way out, in order.</summary>
    public IReadOnlyList<PaperBox> Boxes { get; init; } = [];
}

/// <summary>A signed box, as the other province reads it.</summary>
internal sealed record PaperBox
{
    /// <summary>The organization that signed.</summary>
    public required string Organization { get; init; }

    /// <summary>The year of its register of introductions.</summary>
    public int? Year { get; init; }

    /// <summary>The number there; the cell that takes the member in gives none.</summary>
    public int? Number { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly SignedOn { get; init; }
}

/// <summary>What the sending province is told.</summary>
internal sealed record PaperAnswer
{
    /// <summary>The first day at the new cell, or the day of the return.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The organization that answers.</summary>
    public required string By { get; init; }

    /// <summary>Why the paper was presented late, or is returned.</summary>
    public string? Reason { get; init; }

    /// <summary>The boxes that were signed there, in order.</summary>
    public IReadOnlyList<PaperBox> Boxes { get; init; } = [];
}
