using Modular.GraphQL.CodeFirst;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Residences;

namespace Modular.Members.Registration;

/// <summary>A person who enters the register.</summary>
internal sealed record RegisterMemberInput
{
    /// <summary>The cell (chi bộ) to which the person belongs.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The first day on the list of this cell.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Where the person stands: sympathizer, applicant, probationary or official.</summary>
    public required MembershipStatus Status { get; init; }

    /// <summary>The person.</summary>
    public required MemberPersonInput Person { get; init; }

    /// <summary>The dates of the membership, for members.</summary>
    public MembershipDates? Membership { get; init; }

    /// <summary>The card in force, for official members.</summary>
    public RegisteredCardInput? Card { get; init; }

    /// <summary>The CV number (số lý lịch), for members.</summary>
    public string? CvNumber { get; init; }

    /// <summary>Where the person lives: at most one permanent and one temporary residence.</summary>
    public IReadOnlyList<ResidenceInput>? Residences { get; init; }

    /// <summary>
    /// Persons who look alike, who were found by an earlier attempt (<c>MemberMayBeRegisteredAlready</c>) and who are
    /// somebody else.
    /// </summary>
    [ID("Member")]
    public IReadOnlyList<Guid>? NotTheSameAs { get; init; }

    /// <summary>
    /// How it was found out that this is none of those who look alike, also where some of them are out of the user's sight. It is kept, and none of them is asked about again.
    /// </summary>
    public string? ConfirmNotDuplicate { get; init; }
}

/// <summary>A card that a person brings into the register.</summary>
internal sealed record RegisteredCardInput
{
    /// <summary>The number (số thẻ đảng viên), 8 digits.</summary>
    public required string Number { get; init; }

    /// <summary>The day of issue; the official date where left out.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The make; paper where left out.</summary>
    public CardKind? Kind { get; init; }
}
