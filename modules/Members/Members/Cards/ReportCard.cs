using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Cards;

/// <summary>A Party card that was lost or damaged.</summary>
internal sealed record ReportCardInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What happened to it.</summary>
    public required CardFault Fault { get; init; }

    /// <summary>The day on which the member reported it.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>How it happened, in short.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class ReportCard
{
    /// <summary>Records that a member reported the loss or damage of the Party card (báo mất, báo hỏng thẻ đảng viên), so that another is issued or exchanged (MEM-13).</summary>
    [Requires(MembersPermissions.ReportCards)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<MemberHasNoCard>]
    [Error<CardIsReportedAlready>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Member>> ReportCardAsync(ReportCardInput input, CardReporting reporting, CancellationToken cancellationToken) =>
        reporting.RunAsync(input, cancellationToken);
}

/// <summary>Records what was reported about cards.</summary>
internal sealed class CardReporting(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<Member>> RunAsync(ReportCardInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => ReportAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> ReportAsync(MembersDbContext db, ReportCardInput input, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.ReportCards, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        if (file.Card is not { } card)
            return new MemberHasNoCard { Field = "input.memberId" };
        if (card.ReportedOn is not null)
            return new CardIsReportedAlready { Field = "input.memberId" };
        if (input.ReportedOn > db.Today)
            return new DateLiesInTheFuture(input.ReportedOn, db.Today) { Field = "input.reportedOn" };
        if (input.ReportedOn < card.Valid.LowerBound)
            return new EffectiveDateIsBeforeEarlierFact(input.ReportedOn, card.Valid.LowerBound) { Field = "input.reportedOn" };
        card.ReportedAs = input.Fault;
        card.ReportedOn = input.ReportedOn;
        return file.Member;
    }
}

/// <summary>The member has no card in force.</summary>
internal sealed record MemberHasNoCard : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardFaults;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đảng viên không có thẻ đang sử dụng.", "The member has no card in force.");
}

/// <summary>The card was reported already.</summary>
internal sealed record CardIsReportedAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardFaults;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Thẻ này đã được báo mất hoặc báo hỏng.", "The card was reported as lost or damaged already.");
}
