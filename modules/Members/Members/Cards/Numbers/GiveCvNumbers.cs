using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Cards.Numbers;

/// <summary>Members who receive CV numbers, all or none.</summary>
internal sealed record GiveCvNumbersInput
{
    /// <summary>How many members can be named at once.</summary>
    public const int Most = 200;

    /// <summary>The members, each once, at most 200.</summary>
    public required IReadOnlyList<CvNumberInput> Members { get; init; }

    /// <summary>The first day on which the numbers are in force; today where left out.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>A member who receives a CV number.</summary>
internal sealed record CvNumberInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The number; where left out the next one of the range of the nearest organization above the member's cell.</summary>
    public string? Number { get; init; }
}

[MutationType]
internal static class GiveCvNumbers
{
    /// <summary>
    /// Gives CV numbers to members who bear none (cấp số lý lịch đảng viên, MEM-10): to all of them, or to none when something stands against one. Numbers that are left out come from the
    /// range of the nearest organization above the member's cell, in order.
    /// </summary>
    [Requires(MembersPermissions.IssueCards)]
    [Error<MemberIsOutOfYourReach>]
    [Error<OnlyMembersBearCvNumbers>]
    [Error<MemberBearsACvNumber>]
    [Error<CvNumberMustBeSixDigitsAndLetters>]
    [Error<CvNumberIsTaken>]
    [Error<CvNumberLiesInAnotherRange>]
    [Error<NoCvNumberIsLeft>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<List<Member>>> GiveCvNumbersAsync(GiveCvNumbersInput input, CvNumberGiving giving, CancellationToken cancellationToken) =>
        giving.RunAsync(input, cancellationToken);
}
