using Modular.GraphQL.AspNetCore.Uploads;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Members.Memberships;
using Modular.Members.Records;

namespace Modular.Members.Documents;

/// <summary>What is known of a paper.</summary>
internal sealed record PaperDocumentInput
{
    /// <summary>The kind of paper.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>What it says, in short; not of a state secret.</summary>
    public string? Title { get; init; }

    /// <summary>Number and symbol.</summary>
    public string? Number { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Who issued it; not of a state secret.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Where the paper is kept: archive, shelf, box.</summary>
    public required string KeptAt { get; init; }

    /// <summary>The day on which it was handed in; of the CV of a new member it shows whether it came in time (MEM-01).</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Whether it is a state secret: only number, day and place are kept of one (PD-24).</summary>
    public bool IsStateSecret { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check(DateOnly today, string path) =>
    [
        .. EntryRules.CheckText(KeptAt, EntryRules.ShortLength, $"{path}.keptAt"),
        .. IssuedOn > today ? (Problem[])[new DateLiesInTheFuture(IssuedOn.Value, today) { Field = $"{path}.issuedOn" }] : [],
        .. ReceivedOn > today ? (Problem[])[new DateLiesInTheFuture(ReceivedOn.Value, today) { Field = $"{path}.receivedOn" }] : [],
        .. ReceivedOn < IssuedOn ? (Problem[])[new EffectiveDateIsBeforeEarlierFact(ReceivedOn.Value, IssuedOn.Value) { Field = $"{path}.receivedOn" }] : [],
        .. IsStateSecret && (Wording.Clean(Title) ?? Wording.Clean(IssuedBy)) is not null
            ? (Problem[])[new SecretPapersAreOnlyPointedTo { Field = $"{path}.{(Wording.Clean(Title) is null ? "issuedBy" : "title")}" }]
            : [],
        .. Wording.CheckLength(Title, EntryRules.ShortLength, $"{path}.title"),
        .. Wording.CheckLength(Number, EntryRules.NumberLength, $"{path}.number"),
        .. Wording.CheckLength(IssuedBy, EntryRules.ShortLength, $"{path}.issuedBy"),
    ];

    /// <summary>Writes it into a document.</summary>
    public void WriteTo(MemberDocument document)
    {
        document.Kind = Kind;
        document.Title = Wording.Clean(Title);
        document.Number = Wording.Clean(Number);
        document.IssuedOn = IssuedOn;
        document.IssuedBy = Wording.Clean(IssuedBy);
        document.ReceivedOn = ReceivedOn;
        document.KeptAt = Wording.Clean(KeptAt)!;
        document.IsStateSecret = IsStateSecret;
    }
}

/// <summary>A paper that came into a member's file.</summary>
internal sealed record RecordMemberDocumentInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version of the member that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The paper.</summary>
    public required PaperDocumentInput Paper { get; init; }
}

/// <summary>A paper of which something else is to be known.</summary>
internal sealed record ChangeMemberDocumentInput
{
    /// <summary>The document.</summary>
    [ID("MemberDocument")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The paper as it is to stand.</summary>
    public required PaperDocumentInput Paper { get; init; }
}

/// <summary>A scan of a paper.</summary>
internal sealed record AttachMemberScanInput
{
    /// <summary>The document.</summary>
    [ID("MemberDocument")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The scan, a PDF file, as a part of a multipart request. It takes the place of the one that is there.</summary>
    public required Upload File { get; init; }
}

/// <summary>A paper that is taken out of a file.</summary>
internal sealed record RemoveMemberDocumentInput
{
    /// <summary>The document.</summary>
    [ID("MemberDocument")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
