using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Members.Memberships;
using Modular.Members.Records;
using Modular.Members.Transfers;

namespace Modular.Members.Losses;

/// <summary>A file or introduction paper that was lost.</summary>
internal sealed record ReportFileLossInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What was lost.</summary>
    public required LostThing Lost { get; init; }

    /// <summary>The transfer whose paper was lost; for an introduction paper only, and needed there. It becomes void, and another may be asked for.</summary>
    public ChangedTransferInput? Transfer { get; init; }

    /// <summary>The day of the loss.</summary>
    public required DateOnly LostOn { get; init; }

    /// <summary>The day of the report.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>Where it was lost.</summary>
    public required string Place { get; init; }

    /// <summary>How it was lost.</summary>
    public required string Reason { get; init; }

    /// <summary>The confirmation of the police; needed for whatever is lost on the way (MEM-24).</summary>
    public PoliceConfirmationInput? Police { get; init; }

    /// <summary>What is wrong with days and words.</summary>
    public IEnumerable<Problem> Check(DateOnly today) =>
    [
        .. ReportedOn > today ? (Problem[])[new DateLiesInTheFuture(ReportedOn, today) { Field = "input.reportedOn" }] : [],
        .. ReportedOn < LostOn ? (Problem[])[new EffectiveDateIsBeforeEarlierFact(ReportedOn, LostOn) { Field = "input.reportedOn" }] : [],
        .. EntryRules.CheckText(Place, EntryRules.ShortLength, "input.place"),
        .. EntryRules.CheckText(Reason, EntryRules.LongLength, "input.reason"),
        .. Police?.Check(LostOn, today) ?? [],
        .. (Lost == LostThing.IntroductionPaper) != (Transfer is not null) ? (Problem[])[new LostPaperIsNamed { Field = "input.transfer" }] : [],
    ];
}

/// <summary>What the police of the place confirmed.</summary>
internal sealed record PoliceConfirmationInput
{
    /// <summary>Which police (cơ quan công an).</summary>
    public required string Unit { get; init; }

    /// <summary>The number of the confirmation.</summary>
    public string? Number { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly ConfirmedOn { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check(DateOnly lostOn, DateOnly today) =>
    [
        .. EntryRules.CheckText(Unit, EntryRules.ShortLength, "input.police.unit"),
        .. Wording.CheckLength(Number, EntryRules.NumberLength, "input.police.number"),
        .. ConfirmedOn > today ? (Problem[])[new DateLiesInTheFuture(ConfirmedOn, today) { Field = "input.police.confirmedOn" }] : [],
        .. ConfirmedOn < lostOn ? (Problem[])[new EffectiveDateIsBeforeEarlierFact(ConfirmedOn, lostOn) { Field = "input.police.confirmedOn" }] : [],
    ];
}

/// <summary>What came of looking into the loss of a file.</summary>
internal sealed record RecordFileInvestigationInput
{
    /// <summary>The loss.</summary>
    [ID("FileLoss")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it was concluded.</summary>
    public required DateOnly InvestigatedOn { get; init; }

    /// <summary>What came of it.</summary>
    public required string Result { get; init; }
}

/// <summary>A lost file that is there again.</summary>
internal sealed record RestoreFileInput
{
    /// <summary>The loss.</summary>
    [ID("FileLoss")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it was restored.</summary>
    public required DateOnly RestoredOn { get; init; }

    /// <summary>From what it was restored, with the documents about it; the papers themselves are recorded by `recordMemberDocument`.</summary>
    public required string Restoration { get; init; }
}
