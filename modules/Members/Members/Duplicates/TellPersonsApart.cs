using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Duplicates;

/// <summary>Persons who look like one and are not.</summary>
internal sealed record TellPersonsApartInput
{
    /// <summary>How many pairs can be named at once.</summary>
    public const int Most = 200;

    /// <summary>The pairs, each once, at most 200.</summary>
    public required IReadOnlyList<PersonPairInput> Pairs { get; init; }

    /// <summary>How it was found out.</summary>
    public required string Reason { get; init; }
}

/// <summary>Pairs of whom it was said wrongly that they are not one.</summary>
internal sealed record ReopenDuplicatesInput
{
    /// <summary>The pairs, each once, at most 200.</summary>
    public required IReadOnlyList<PersonPairInput> Pairs { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Two persons of the register, in whatever order.</summary>
internal sealed record PersonPairInput
{
    /// <summary>The one.</summary>
    [ID("Member")]
    public required Guid FirstId { get; init; }

    /// <summary>The other.</summary>
    [ID("Member")]
    public required Guid SecondId { get; init; }
}

/// <summary>What became of pairs.</summary>
/// <param name="Count">How many pairs were changed; those that stood so already are not counted.</param>
[Classified(Modular.Kernel.Access.DataClass.Internal)]
internal sealed record PersonPairsChange(int Count);

[MutationType]
internal static class DuplicateMutations
{
    /// <summary>Says of persons who look like one that they are not (xác minh không trùng): all pairs, or none when something stands against one. They are not asked about again.</summary>
    [Requires(MembersPermissions.ResolveDuplicates)]
    [Error<MemberIsOutOfYourReach>]
    [Error<PersonsMustBeTwo>]
    public static Task<Result<PersonPairsChange>> TellPersonsApartAsync(
        TellPersonsApartInput input, PersonsTelling telling, CancellationToken cancellationToken) => telling.TellApartAsync(input, cancellationToken);

    /// <summary>Takes back that persons who look like one are not, so that they are asked about again.</summary>
    [Requires(MembersPermissions.ResolveDuplicates)]
    [Error<MemberIsOutOfYourReach>]
    [Error<PersonsMustBeTwo>]
    public static Task<Result<PersonPairsChange>> ReopenDuplicatesAsync(
        ReopenDuplicatesInput input, PersonsTelling telling, CancellationToken cancellationToken) => telling.ReopenAsync(input, cancellationToken);
}

/// <summary>Remembers of pairs of persons that they are not one.</summary>
internal sealed class PersonsTelling(IWrite<MembersDbContext> write, MemberFiles files, TimeProvider clock)
{
    private const int ReasonLength = 500;

    public Task<Result<PersonPairsChange>> TellApartAsync(TellPersonsApartInput input, CancellationToken cancellationToken) =>
        RunAsync(input.Pairs, input.Reason, (db, pairs, known) => Add(db, pairs, known, input.Reason), cancellationToken);

    public Task<Result<PersonPairsChange>> ReopenAsync(ReopenDuplicatesInput input, CancellationToken cancellationToken) =>
        RunAsync(
            input.Pairs,
            input.Reason,
            (db, _, known) =>
            {
                db.RemoveRange(known);
                return known.Count;
            },
            cancellationToken);

    private Task<Result<PersonPairsChange>> RunAsync(
        IReadOnlyList<PersonPairInput> pairs,
        string reason,
        Func<MembersDbContext, IReadOnlyList<(Guid First, Guid Second)>, List<DifferentPersons>, int> change,
        CancellationToken cancellationToken) => write
        .Because(Wording.Clean(reason))
        .RunAsync(
            async (db, ct) =>
            {
                var problems = await CheckAsync(db, pairs, reason, ct);
                if (problems.Count > 0)
                    return problems;
                var named = pairs.Select(pair => DifferentPersons.InOrder(pair.FirstId, pair.SecondId)).Distinct().ToList();
                var firsts = named.Select(pair => pair.First).ToArray();
                var known = await db.Set<DifferentPersons>().Where(row => firsts.Contains(row.FirstMemberId)).ToListAsync(ct);
                known.RemoveAll(row => !named.Contains((row.FirstMemberId, row.SecondMemberId)));
                return (Result<PersonPairsChange>)new PersonPairsChange(change(db, named, known));
            },
            cancellationToken);

    private int Add(MembersDbContext db, IReadOnlyList<(Guid First, Guid Second)> pairs, List<DifferentPersons> known, string reason)
    {
        List<(Guid First, Guid Second)> added = [.. pairs.Except(known.Select(row => (row.FirstMemberId, row.SecondMemberId)))];
        db.AddRange(added.Select(pair => DifferentPersons.Of(pair.First, pair.Second, reason, clock.GetUtcNow(), db.Access.UserName)));
        return added.Count;
    }

    private async Task<List<Problem>> CheckAsync(
        MembersDbContext db, IReadOnlyList<PersonPairInput> pairs, string reason, CancellationToken cancellationToken)
    {
        if (pairs.Count is 0 or > TellPersonsApartInput.Most)
            return [new InvalidInput(new LocalizedText($"Phải nêu từ 1 đến {TellPersonsApartInput.Most} cặp.", $"Name between 1 and {TellPersonsApartInput.Most} pairs.")) { Field = "input.pairs" }];
        var problems = Wording.CheckLength(reason, ReasonLength, "input.reason").ToList();
        if (Wording.Clean(reason) is null)
            problems.Add(new InvalidInput(new LocalizedText("Phải nêu căn cứ xác minh.", "Say how it was found out.")) { Field = "input.reason" });

        var ids = pairs.SelectMany(pair => (Guid[])[pair.FirstId, pair.SecondId]).Distinct().ToArray();
        var found = await db.Members.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.OrganizationId, cancellationToken);
        var covered = await files.CoveredAsync(db, MembersPermissions.ResolveDuplicates, [.. found.Values.Distinct()], cancellationToken);
        for (var index = 0; index < pairs.Count; index++)
        {
            var pair = pairs[index];
            if (pair.FirstId == pair.SecondId)
                problems.Add(new PersonsMustBeTwo { Field = $"input.pairs.{index}.secondId" });
            if (Against(pair.FirstId) is { } first)
                problems.Add(first with { Field = $"input.pairs.{index}.firstId" });
            if (Against(pair.SecondId) is { } second)
                problems.Add(second with { Field = $"input.pairs.{index}.secondId" });
        }

        return problems;

        Problem? Against(Guid member)
        {
            if (!found.TryGetValue(member, out var organization))
                return new NotFound("Member");
            if (!covered.Contains(organization))
                return new MemberIsOutOfYourReach();
            return member == db.Access.MemberId ? new NobodyActsOnTheirOwnCase() : null;
        }
    }
}

/// <summary>A pair is of two persons.</summary>
internal sealed record PersonsMustBeTwo : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Một cặp phải gồm hai hồ sơ khác nhau.", "A pair is of two different records.");
}
