using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Dues;

/// <summary>Who paid dues for a month, all or none.</summary>
internal sealed record RecordDuesInput
{
    /// <summary>How many members can be named at once.</summary>
    public const int Most = 500;

    /// <summary>Any day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The members, each once, at most 500.</summary>
    public required IReadOnlyList<MemberDuesInput> Members { get; init; }

    /// <summary>Whether what the register says of the month may be changed; else a member of whom it says something else stands in the way.</summary>
    public bool IsCorrection { get; init; }
}

/// <summary>Whether a member paid dues.</summary>
internal sealed record MemberDuesInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>Whether dues were paid.</summary>
    public required DuesState State { get; init; }

    /// <summary>The reason; needed where dues were not paid for a good reason, or the member is exempted.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class RecordDues
{
    /// <summary>Records who paid dues for a month and who did not (đóng đảng phí theo tháng): all of the members named, or none when something stands against one.</summary>
    [Requires(MembersPermissions.RecordDues)]
    [Error<MemberIsOutOfYourReach>]
    [Error<MonthIsNotOver>]
    [Error<MemberOwedNothingThen>]
    [Error<DuesNeedTheirReason>]
    [Error<MonthIsRecordedOtherwise>]
    public static Task<Result<List<Member>>> RecordDuesAsync(RecordDuesInput input, DuesRecording recording, CancellationToken cancellationToken) =>
        recording.RunAsync(input, cancellationToken);
}

/// <summary>Records dues.</summary>
internal sealed class DuesRecording(IWrite<MembersDbContext> write, MemberFiles files)
{
    private const int ReasonLength = 300;

    public Task<Result<List<Member>>> RunAsync(RecordDuesInput input, CancellationToken cancellationToken) => write
        .When("month_is_recorded_once", () => new MonthIsRecordedOtherwise { Field = "input.members" })
        .RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Member>>> RecordAsync(MembersDbContext db, RecordDuesInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.Members, RecordDuesInput.Most, entry => entry.MemberId, "input.members", "memberId") is { } unfit)
            return unfit;
        var month = new DateOnly(input.Month.Year, input.Month.Month, 1);
        if (month > db.Today)
            return new MonthIsNotOver(month) { Field = "input.month" };
        var ids = input.Members.Select(entry => entry.MemberId).ToArray();
        var members = await db.Members.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await files.CoveredAsync(db, MembersPermissions.RecordDues, [.. members.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        var known = await db.DuesMonths.Where(row => ids.Contains(row.MemberId) && row.Month == month).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < input.Members.Count; index++)
            problems.AddRange(Check(input, index, month, members.GetValueOrDefault(ids[index]), covered, known.GetValueOrDefault(ids[index])));
        if (problems.Count > 0)
            return problems;

        foreach (var entry in input.Members)
            Record(db, entry, month, known.GetValueOrDefault(entry.MemberId));
        return ids.Select(id => members[id]).ToList();
    }

    private static List<Problem> Check(
        RecordDuesInput input, int index, DateOnly month, Member? member, IReadOnlySet<Guid> covered, DuesMonth? known)
    {
        var (entry, place) = (input.Members[index], $"input.members.{index}");
        if (member is null)
            return [new NotFound("Member") { Field = $"{place}.memberId" }];
        if (!covered.Contains(member.OrganizationId))
            return [new MemberIsOutOfYourReach { Field = $"{place}.memberId" }];
        var problems = Wording.CheckLength(entry.Reason, ReasonLength, $"{place}.reason").ToList();
        if (!Owed(member, month))
            problems.Add(new MemberOwedNothingThen(month) { Field = $"{place}.memberId" });
        if (entry.State is DuesState.UnpaidWithReason or DuesState.Exempted && Wording.Clean(entry.Reason) is null)
            problems.Add(new DuesNeedTheirReason { Field = $"{place}.reason" });
        if (known is not null && known.State != entry.State && !input.IsCorrection)
            problems.Add(new MonthIsRecordedOtherwise { Field = $"{place}.state" });
        return problems;
    }

    // Dues are owed from the month of joining up to that of leaving.
    private static bool Owed(Member member, DateOnly month) =>
        member.JoinedOn is { } joined && joined < month.AddMonths(1) && (member.LeftOn is not { } left || left >= month);

    private static void Record(MembersDbContext db, MemberDuesInput entry, DateOnly month, DuesMonth? known)
    {
        if (known is null)
        {
            known = new DuesMonth { Id = Guid.CreateVersion7(), MemberId = entry.MemberId, Month = month };
            db.DuesMonths.Add(known);
        }

        known.State = entry.State;
        known.Reason = Wording.Clean(entry.Reason);
    }
}
