using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Cards;

/// <summary>A Party card that is issued, issued again or exchanged.</summary>
internal sealed record IssueCardInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The number of the card (số thẻ đảng viên), 8 digits; an exchange may keep it.</summary>
    public required string Number { get; init; }

    /// <summary>The make of the card.</summary>
    public required CardKind Kind { get; init; }

    /// <summary>Why it is issued.</summary>
    public required CardIssue Issue { get; init; }

    /// <summary>The day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The decision of the directly superior committee (MEM-12).</summary>
    public required MemberDecisionInput Decision { get; init; }

    /// <summary>Why, in short; for instance how the former card was lost.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class IssueCard
{
    /// <summary>Records that an official member received a Party card (phát, cấp lại, đổi thẻ đảng viên). The former card ends with it.</summary>
    [Requires(MembersPermissions.IssueCards)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyOfficialMembersReceiveCards>]
    [Error<CardNumberMustHaveEightDigits>]
    [Error<CardNumberIsTaken>]
    [Error<CardIsIssuedBeforeOfficialDate>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<FirstCardIsIssuedOnce>]
    [Error<ThereIsNoCardToReplace>]
    public static Task<Result<Member>> IssueCardAsync(IssueCardInput input, CardIssuing issuing, CancellationToken cancellationToken) =>
        issuing.RunAsync(input, cancellationToken);
}

/// <summary>Issues cards.</summary>
internal sealed class CardIssuing(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<Member>> RunAsync(IssueCardInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision.Citation)
        .When("card_number_is_unique", () => new CardNumberIsTaken(input.Number) { Field = "input.number" })
        .RunAsync((db, ct) => IssueAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> IssueAsync(MembersDbContext db, IssueCardInput input, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.IssueCards, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (db.Access.MemberId == file.Member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        var number = NumberRules.CleanCardNumber(input.Number) ?? "";
        var issue = new CardIssueStep(input.Kind, input.Issue, input.IssuedOn, input.Decision);
        List<Problem> problems =
        [
            .. issue.Check(file.Member, file.Card, number, db.Today, "input.memberId", "input.number"),
            .. input.Decision.Check(db.Today, "input.decision"),
            .. await NumberRegister.CheckCardAsync(db, number, file.Member.Id, "input.number", cancellationToken),
        ];
        if (problems.Count > 0)
            return problems;
        write.Raise(issue.Issue(db, file.Member, file.Card, number));
        return file.Member;
    }
}
