using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Cards.Checks;

/// <summary>A round in which all cards are checked.</summary>
internal sealed record OpenCardCheckRoundInput
{
    /// <summary>Which round it is: 1, 2, 3 …</summary>
    public required int Ordinal { get; init; }

    /// <summary>The day as of which cards are counted; not in the future.</summary>
    public required DateOnly CheckedOn { get; init; }
}

/// <summary>A round that has come to its end.</summary>
internal sealed record CloseCardCheckRoundInput
{
    /// <summary>The round.</summary>
    [ID("CardCheckRound")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

[MutationType]
internal static class CardCheckRoundMutations
{
    /// <summary>Opens a round in which the province's Party cards are checked and stamped (mở đợt kiểm tra kỹ thuật thẻ đảng viên, MEM-15).</summary>
    [Requires(MembersPermissions.IssueCards)]
    [Error<CardCheckRoundsBelongToTheProvince>]
    [Error<CardCheckRoundExists>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<CardCheckRound>> OpenCardCheckRoundAsync(
        OpenCardCheckRoundInput input, CardCheckRounds rounds, CancellationToken cancellationToken) => rounds.OpenAsync(input, cancellationToken);

    /// <summary>Closes a round (kết thúc đợt kiểm tra thẻ): its figures change no more.</summary>
    [Requires(MembersPermissions.IssueCards)]
    [Error<CardCheckRoundsBelongToTheProvince>]
    [Error<CardCheckRoundIsClosed>]
    public static Task<Result<CardCheckRound>> CloseCardCheckRoundAsync(
        CloseCardCheckRoundInput input, CardCheckRounds rounds, CancellationToken cancellationToken) => rounds.CloseAsync(input, cancellationToken);
}

/// <summary>Opens and closes rounds of card checks.</summary>
internal sealed class CardCheckRounds(IWrite<MembersDbContext> write)
{
    private const int MostRounds = 99;

    public Task<Result<CardCheckRound>> OpenAsync(OpenCardCheckRoundInput input, CancellationToken cancellationToken) => write
        .When("card_check_round_is_opened_once", () => Taken(input))
        .RunAsync((db, ct) => OpenAsync(db, input, ct), cancellationToken);

    public Task<Result<CardCheckRound>> CloseAsync(CloseCardCheckRoundInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => CloseAsync(db, input, ct), cancellationToken);

    private static async Task<Result<CardCheckRound>> OpenAsync(MembersDbContext db, OpenCardCheckRoundInput input, CancellationToken cancellationToken)
    {
        if (!db.Access.ScopeOf(MembersPermissions.IssueCards).CoversProvince)
            return new CardCheckRoundsBelongToTheProvince();
        if (input.Ordinal is < 1 or > MostRounds)
            return new InvalidInput(new($"Phải từ 1 đến {MostRounds}.", $"Must be between 1 and {MostRounds}.")) { Field = "input.ordinal" };
        if (input.CheckedOn > db.Today)
            return new DateLiesInTheFuture(input.CheckedOn, db.Today) { Field = "input.checkedOn" };
        if (await db.CardCheckRounds.AnyAsync(row => row.Ordinal == input.Ordinal, cancellationToken))
            return Taken(input);
        var root = await db.FindRootAsync(cancellationToken);
        var round = new CardCheckRound { Id = Guid.CreateVersion7(), Ordinal = input.Ordinal, CheckedOn = input.CheckedOn, OrganizationId = root };
        db.CardCheckRounds.Add(round);
        return round;
    }

    private static async Task<Result<CardCheckRound>> CloseAsync(MembersDbContext db, CloseCardCheckRoundInput input, CancellationToken cancellationToken)
    {
        if (!db.Access.ScopeOf(MembersPermissions.IssueCards).CoversProvince)
            return new CardCheckRoundsBelongToTheProvince();
        var round = await db.CardCheckRounds.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (round is null)
            return new NotFound("CardCheckRound") { Field = "input.id" };
        if (round.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, round.Version) { Field = "input.expectedVersion" };
        if (round.State == CardCheckRoundState.Closed)
            return new CardCheckRoundIsClosed { Field = "input.id" };
        db.Expect(round, input.ExpectedVersion);
        round.State = CardCheckRoundState.Closed;
        return round;
    }

    private static CardCheckRoundExists Taken(OpenCardCheckRoundInput input) => new(input.Ordinal) { Field = "input.ordinal" };
}
