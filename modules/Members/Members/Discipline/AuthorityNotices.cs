using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Discipline;

/// <summary>What a body outside of the Party did about a member.</summary>
internal sealed record RecordAuthorityNoticeInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What was done.</summary>
    public required AuthorityAct Act { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly DoneOn { get; init; }

    /// <summary>Which body did it.</summary>
    public required string Authority { get; init; }

    /// <summary>The day on which its written notice came in; left out while it is awaited.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Number and symbol of the notice.</summary>
    public string? Number { get; init; }
}

/// <summary>A notice that came in.</summary>
internal sealed record ReceiveAuthorityNoticeInput
{
    /// <summary>The act of which it informs.</summary>
    [ID("AuthorityNotice")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it came in.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Its number and symbol.</summary>
    public string? Number { get; init; }
}

[MutationType]
internal static class AuthorityNoticeMutations
{
    /// <summary>
    /// Records that a state body suspended or punished a member, or that one was charged or detained, with the body's notice where it has come in already; else it is awaited
    /// within 5 or 3 days (MEM-56).
    /// </summary>
    [Requires(MembersPermissions.RecordDiscipline)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyMembersAreDisciplined>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<AuthorityNotice>> RecordAuthorityNoticeAsync(
        RecordAuthorityNoticeInput input, AuthorityNotices notices, CancellationToken cancellationToken) => notices.RecordAsync(input, cancellationToken);

    /// <summary>Records that the awaited notice of a state or prosecuting body came in (nhận thông báo).</summary>
    [Requires(MembersPermissions.RecordDiscipline)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<NoticeWasReceivedAlready>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<AuthorityNotice>> ReceiveAuthorityNoticeAsync(
        ReceiveAuthorityNoticeInput input, AuthorityNotices notices, CancellationToken cancellationToken) => notices.ReceiveAsync(input, cancellationToken);
}

/// <summary>Keeps the notices of bodies outside of the Party.</summary>
internal sealed class AuthorityNotices(IWrite<MembersDbContext> write, MemberFiles files)
{
    private const int AuthorityLength = 300;
    private const int NumberLength = 100;

    public Task<Result<AuthorityNotice>> RecordAsync(RecordAuthorityNoticeInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    public Task<Result<AuthorityNotice>> ReceiveAsync(ReceiveAuthorityNoticeInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ReceiveAsync(db, input, ct), cancellationToken);

    private async Task<Result<AuthorityNotice>> RecordAsync(MembersDbContext db, RecordAuthorityNoticeInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.RecordDiscipline, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var member = found.Value;
        if (db.Access.MemberId == member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        List<Problem> problems =
        [
            .. Check(member, input, db.Today),
            .. CheckReceipt(input.ReceivedOn, input.Number, input.DoneOn, db.Today),
        ];
        if (problems.Count > 0)
            return problems;
        var notice = new AuthorityNotice
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            OrganizationId = member.OrganizationId,
            Act = input.Act,
            DoneOn = input.DoneOn,
            Authority = Wording.Clean(input.Authority)!,
        };
        if (input.ReceivedOn is { } receivedOn)
            notice.Receive(receivedOn, Wording.Clean(input.Number));
        db.AuthorityNotices.Add(notice);
        return notice;
    }

    private async Task<Result<AuthorityNotice>> ReceiveAsync(MembersDbContext db, ReceiveAuthorityNoticeInput input, CancellationToken cancellationToken)
    {
        var notice = await db.AuthorityNotices.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (notice is null)
            return new NotFound("AuthorityNotice") { Field = "input.id" };
        if (!await files.CoversAsync(db, MembersPermissions.RecordDiscipline, notice.OrganizationId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.id" };
        if (db.Access.MemberId == notice.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.id" };
        if (notice.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, notice.Version) { Field = "input.expectedVersion" };
        if (notice.ReceivedOn is not null)
            return new NoticeWasReceivedAlready { Field = "input.id" };
        List<Problem> problems = [.. CheckReceipt(input.ReceivedOn, input.Number, notice.DoneOn, db.Today)];
        if (problems.Count > 0)
            return problems;
        db.Expect(notice, input.ExpectedVersion);
        notice.Receive(input.ReceivedOn, Wording.Clean(input.Number));
        return notice;
    }

    private static IEnumerable<Problem> Check(Member member, RecordAuthorityNoticeInput input, DateOnly today)
    {
        if (!member.Status.IsMember())
            yield return new OnlyMembersAreDisciplined { Field = "input.memberId" };
        if (input.DoneOn > today)
            yield return new DateLiesInTheFuture(input.DoneOn, today) { Field = "input.doneOn" };
        if (input.DoneOn < member.JoinedOn)
            yield return new EffectiveDateIsBeforeEarlierFact(input.DoneOn, member.JoinedOn.Value) { Field = "input.doneOn" };
        if (Wording.Clean(input.Authority) is null)
            yield return new InvalidInput(new LocalizedText("Phải nêu cơ quan ban hành.", "Say which body it was.")) { Field = "input.authority" };
        foreach (var problem in Wording.CheckLength(input.Authority, AuthorityLength, "input.authority"))
            yield return problem;
    }

    private static IEnumerable<Problem> CheckReceipt(DateOnly? receivedOn, string? number, DateOnly doneOn, DateOnly today)
    {
        if (receivedOn > today)
            yield return new DateLiesInTheFuture(receivedOn.Value, today) { Field = "input.receivedOn" };
        if (receivedOn < doneOn)
            yield return new EffectiveDateIsBeforeEarlierFact(receivedOn.Value, doneOn) { Field = "input.receivedOn" };
        foreach (var problem in Wording.CheckLength(number, NumberLength, "input.number"))
            yield return problem;
    }
}

/// <summary>A notice comes in once.</summary>
internal sealed record NoticeWasReceivedAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AuthorityNotices;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đã nhận thông báo này.", "The notice was received already.");
}
