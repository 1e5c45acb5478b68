using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Cards.Numbers;

/// <summary>Gives CV numbers.</summary>
internal sealed class CvNumberGiving(IWrite<MembersDbContext> write, MemberFiles files, IOrganizationTree tree)
{
    public Task<Result<List<Member>>> RunAsync(GiveCvNumbersInput input, CancellationToken cancellationToken) => write
        .When("cv_number_is_unique", () => new CvNumberIsTaken(string.Join(", ", input.Members.Select(member => member.Number).OfType<string>())) { Field = "input.members" })
        .RunAsync((db, ct) => GiveAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Member>>> GiveAsync(MembersDbContext db, GiveCvNumbersInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.Members, GiveCvNumbersInput.Most, member => member.MemberId, "input.members", "memberId") is { } unfit)
            return unfit;
        var from = input.From ?? db.Today;
        if (from > db.Today)
            return new DateLiesInTheFuture(from, db.Today) { Field = "input.from" };
        var found = await files.FindAsync(
            db, [.. input.Members.Select(member => (member.MemberId, member.ExpectedVersion))], "input.members", MembersPermissions.IssueCards, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();

        var named = input.Members.Select(member => NumberRules.CleanCvNumber(member.Number)).ToArray();
        var ranges = await CvNumberRanges.ReadAsync(db, tree, [.. found.Value.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        var problems = found.Value.SelectMany((member, index) => Check(member, named[index], ranges, $"input.members.{index}")).ToList();
        if (problems.Count == 0)
            problems.AddRange(await CheckTakenAsync(db, named, cancellationToken));
        if (problems.Count > 0)
            return problems;

        for (var index = 0; index < named.Length; index++)
        {
            var member = found.Value[index];
            if (named[index] is null && (named[index] = await ranges.NextAsync(db, member.OrganizationId, cancellationToken)) is null)
                problems.Add(new NoCvNumberIsLeft { Field = $"input.members.{index}.number" });
            else
                Give(db, member, named[index]!, from);
        }

        return problems.Count > 0 ? problems : found.Value;
    }

    /// <summary>What stands against giving a member a number, named or the next one.</summary>
    public static IEnumerable<Problem> Check(Member member, string? number, CvNumberRanges ranges, string place)
    {
        if (!member.Status.IsMember())
            yield return new OnlyMembersBearCvNumbers { Field = $"{place}.memberId" };
        if (member.CvNumber is { } borne)
            yield return new MemberBearsACvNumber(borne) { Field = $"{place}.memberId" };
        if (number is null)
            yield break;
        if (!NumberRules.IsCvNumber(number))
            yield return new CvNumberMustBeSixDigitsAndLetters { Field = $"{place}.number" };
        else if (ranges.BelongsToAnother(number, member.OrganizationId))
            yield return new CvNumberLiesInAnotherRange(number) { Field = $"{place}.number" };
    }

    private static async Task<IEnumerable<Problem>> CheckTakenAsync(MembersDbContext db, string?[] named, CancellationToken cancellationToken)
    {
        var asked = named.OfType<string>().ToArray();
        var taken = await db.CvNumbers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(given => asked.Contains(given.Number)).Select(given => given.Number).ToListAsync(cancellationToken);
        return named.Select((number, index) => (number, index))
            .Where(one => one.number is not null && (taken.Contains(one.number) || Array.IndexOf(named, one.number) < one.index))
            .Select(Problem (one) => new CvNumberIsTaken(one.number!) { Field = $"input.members.{one.index}.number" });
    }

    private static void Give(MembersDbContext db, Member member, string number, DateOnly from)
    {
        db.CvNumbers.Add(new CvNumberPeriod { Id = Guid.CreateVersion7(), MemberId = member.Id, Number = number, Valid = Periods.From(from) });
        member.Carry(member.CardNumber, number);
    }
}
