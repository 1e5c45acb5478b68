using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Cards;

/// <summary>The Party card of somebody who left the Party, which came back or does not.</summary>
internal sealed record ReturnCardInput
{
    /// <summary>The former member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it came back, or on which it was established that it does not.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who took it back; needed where it came back.</summary>
    public string? TakenBy { get; init; }

    /// <summary>Why it does not come back; left out where it did.</summary>
    public string? NotReturnedBecause { get; init; }
}

[MutationType]
internal static class ReturnCard
{
    /// <summary>
    /// Records that somebody who was expelled or removed, or left, returned the Party card (thu lại thẻ đảng viên), and who took it; or why it does not come back (MEM-16).
    /// What does not come back is no longer waited for; if it comes back after all, that is recorded too.
    /// </summary>
    [Requires(MembersPermissions.ReportCards)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<CardIsNotOwed>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<Member>> ReturnCardAsync(ReturnCardInput input, CardReturn returning, CancellationToken cancellationToken) =>
        returning.RunAsync(input, cancellationToken);
}

/// <summary>Takes cards back.</summary>
internal sealed class CardReturn(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<Member>> RunAsync(ReturnCardInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ReturnAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> ReturnAsync(MembersDbContext db, ReturnCardInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.ReportCards, cancellationToken);
        if (!found.Succeeded)
            return found;
        var member = found.Value;
        if (db.Access.MemberId == member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        var card = await db.Cards.Where(row => row.MemberId == member.Id && row.EndedBecause == CardEnd.Returned && row.ReturnedOn == null)
            .OrderByDescending(row => row.FirstDay).FirstOrDefaultAsync(cancellationToken);
        if (card is null || member.LeftOn is not { } leftOn || member.Status == MembershipStatus.Deceased)
            return new CardIsNotOwed { Field = "input.memberId" };
        List<Problem> problems = [.. Check(input, leftOn, db.Today), .. ReturnRules.Check(input.TakenBy, input.NotReturnedBecause)];
        if (problems.Count > 0)
            return problems;
        Settle(card, input);
        return member;
    }

    private static IEnumerable<Problem> Check(ReturnCardInput input, DateOnly leftOn, DateOnly today)
    {
        if (input.On > today)
            yield return new DateLiesInTheFuture(input.On, today) { Field = "input.on" };
        if (input.On < leftOn)
            yield return new EffectiveDateIsBeforeEarlierFact(input.On, leftOn) { Field = "input.on" };
        if (Wording.Clean(input.TakenBy) is null && Wording.Clean(input.NotReturnedBecause) is null)
            yield return new InvalidInput(new LocalizedText("Ghi người thu lại thẻ, hoặc lý do không thu lại được.", "Say who took the card back, or why it does not come back.")) { Field = "input.takenBy" };
    }

    private static void Settle(PartyCard card, ReturnCardInput input)
    {
        var comesBack = Wording.Clean(input.NotReturnedBecause) is null;
        card.ReturnedOn = comesBack ? input.On : null;
        card.ReturnTakenBy = comesBack ? Wording.Clean(input.TakenBy) : null;
        card.NotReturnedOn = comesBack ? null : input.On;
        card.NotReturnedBecause = Wording.Clean(input.NotReturnedBecause);
    }
}

/// <summary>No card is owed: the member did not leave the Party, died, had none, or returned it already.</summary>
internal sealed record CardIsNotOwed : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ReturnedCards;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không có thẻ phải thu lại: chỉ người bị khai trừ, xóa tên, cho ra khỏi Đảng nộp lại thẻ, một lần.",
        "There is no card to take back: those who were expelled, removed or left return their card, once.");
}
