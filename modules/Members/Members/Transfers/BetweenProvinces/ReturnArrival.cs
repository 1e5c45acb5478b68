using System.Text.Json;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Events;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>A paper that is sent back to another province.</summary>
internal sealed record ReturnArrivalInput
{
    /// <summary>The paper.</summary>
    [ID("Arrival")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why, in short; the sending province reads it.</summary>
    public required string Reason { get; init; }
}

[MutationType]
internal static class ReturnArrival
{
    /// <summary>Sends a paper back to the province that it came from, with the reason (trả lại giấy giới thiệu). The member stays there, and may be introduced anew.</summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<MemberIsOutOfYourReach>]
    [Error<ArrivalIsSettled>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Arrival>> ReturnArrivalAsync(ReturnArrivalInput input, ArrivalReturn returning, CancellationToken cancellationToken) =>
        returning.RunAsync(input, cancellationToken);
}

/// <summary>Sends papers back.</summary>
internal sealed class ArrivalReturn(IWrite<MembersDbContext> write, ArrivalRules rules, ArrivalBoxes boxes, TransferPapers papers, ILettersBetweenProvinces letters)
{
    public Task<Result<Arrival>> RunAsync(ReturnArrivalInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => ReturnAsync(db, input, ct), cancellationToken);

    private async Task<Result<Arrival>> ReturnAsync(MembersDbContext db, ReturnArrivalInput input, CancellationToken cancellationToken)
    {
        var asked = new ChangedArrivalInput { Id = input.Id, ExpectedVersion = input.ExpectedVersion };
        var opened = await rules.OpenAsync(db, [asked], "input", isList: false, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var arrival = opened.Value[0].Arrival;
        List<Problem> problems = [.. Check(input, arrival, db.Today)];
        if (problems.Count > 0)
            return problems;
        var on = input.On ?? db.Today;
        var by = arrival.ReceiverId is { } receiver ? await papers.NameOfAsync(db, receiver, cancellationToken) : "";
        var paper = (await ArrivalPaper.ReadAsync(db, opened.Value, cancellationToken))[0];
        var answer = new PaperAnswer { On = on, By = by, Reason = Wording.Clean(input.Reason), Boxes = await boxes.TellAsync(db, paper, cancellationToken) };
        if (!await letters.AnswerAsync(arrival.Id, isAccepted: false, JsonSerializer.Serialize(answer, EventJson.Options), cancellationToken))
            return new ArrivalIsSettled(ArrivalState.Recalled) { Field = "input.id" };
        arrival.Close(ArrivalState.Returned, on, answer.Reason);
        return arrival;
    }

    private static IEnumerable<Problem> Check(ReturnArrivalInput input, Arrival arrival, DateOnly today)
    {
        if (Wording.Clean(input.Reason) is null)
            yield return new InvalidInput(new LocalizedText("Phải nêu lý do.", "Say why.")) { Field = "input.reason" };
        if (input.On > today)
            yield return new DateLiesInTheFuture(input.On.Value, today) { Field = "input.on" };
        if (input.On < arrival.IntroducedOn)
            yield return new EffectiveDateIsBeforeEarlierFact(input.On.Value, arrival.IntroducedOn) { Field = "input.on" };
        foreach (var problem in Wording.CheckLength(input.Reason, 1000, "input.reason"))
            yield return problem;
    }
}
