using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Editing;
using Modular.Members.People;

namespace Modular.Members.Matching;

/// <summary>Decides on rows of match runs.</summary>
internal sealed class MatchDeciding(IWrite<MembersDbContext> write, MemberChangeRules rules, TimeProvider clock)
{
    private const int BecauseLength = 500;

    public Task<Result<MatchConfirmation>> ConfirmAsync(ConfirmMatchInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ConfirmAsync(db, input, ct), cancellationToken);

    public Task<Result<MatchDecisionOutcome>> DecideAsync(DecideMatchRowsInput input, CancellationToken cancellationToken)
    {
        var change = write
            .Because(Wording.Clean(input.Because), input.Document?.Citation)
            .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.positions" });
        return input.TryOut
            ? change.TryOutAsync((db, ct) => DecideAsync(db, input, ct), cancellationToken)
            : change.RunAsync((db, ct) => DecideAsync(db, input, ct), cancellationToken);
    }

    private static async Task<Result<MatchConfirmation>> ConfirmAsync(MembersDbContext db, ConfirmMatchInput input, CancellationToken cancellationToken)
    {
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        if (!await db.Members.AnyAsync(member => member.Id == input.MemberId, cancellationToken))
            return new NotFound("Member") { Field = "input.memberId" };
        if (await AgainstAsync(db, input.BatchId, cancellationToken) is { } problem)
            return problem;
        var row = await db.Set<MatchRow>().SingleOrDefaultAsync(matched => matched.RunId == input.BatchId && matched.Position == input.Position, cancellationToken);
        if (row is null)
            return new NotFound("MatchRow") { Field = "input.position" };
        if (row.Decision is not null)
            return new MatchRowIsDecided { Field = "input.position" };
        if (row.Class is not (MatchClass.Probable or MatchClass.Ambiguous))
            return new DecisionDoesNotFitTheRow(row.Class, MatchDecision.KeepOurs) { Field = "input.position" };
        if (!await db.Set<MatchCandidate>().AnyAsync(candidate => candidate.RowId == row.Id && candidate.MemberId == input.MemberId, cancellationToken))
            return new MemberIsNoCandidate { Field = "input.memberId" };

        var differing = await db.Database
            .SqlQuery<string[]>(
                $"""
                select members.match_differences(matched, member) as "Value"
                from members.match_row as matched
                join members.member as member on member.province_id = matched.province_id and member.id = {input.MemberId}
                where matched.province_id = {db.Province.Value} and matched.id = {row.Id}
                """)
            .SingleAsync(cancellationToken);
        row.Confirm(input.MemberId, differing);
        return new MatchConfirmation(row.Position, row.Class, row.Differing);
    }

    private async Task<Result<MatchDecisionOutcome>> DecideAsync(MembersDbContext db, DecideMatchRowsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. CheckInput(input), .. Wording.CheckLength(input.Because, BecauseLength, "input.because"), .. input.Document?.Check(db.Today, "input.document") ?? []];
        if (problems.Count > 0)
            return problems;
        if (await AgainstAsync(db, input.BatchId, cancellationToken) is { } problem)
            return problem;
        var asked = Asked(db, input);
        var rows = await asked.OrderBy(row => row.Position).Take(DecideMatchRowsInput.Most).ToListAsync(cancellationToken);
        problems.AddRange(rows.SelectMany(row => Against(row, input)));
        problems.AddRange((input.Positions ?? []).Except(rows.Select(row => row.Position)).Select(position => new NotFound("MatchRow") { Field = $"input.positions.{position}" }));
        if (problems.Count > 0)
            return problems;

        var changes = input.Decision == MatchDecision.TakeTheirs ? await TakeAsync(db, rows, input, cancellationToken) : new List<MatchFieldChange>();
        if (!changes.Succeeded)
            return changes.Problems.ToList();
        var open = await asked.CountAsync(row => row.Decision == null, cancellationToken);
        foreach (var row in rows)
            row.Decide(input.Decision, clock.GetUtcNow(), db.Access.UserName, Wording.Clean(input.Because));
        return new MatchDecisionOutcome(rows.Count, open - rows.Count, changes.Value);
    }

    /// <summary>Takes the fields over, each record by the rules by which officers change it.</summary>
    private async Task<Result<List<MatchFieldChange>>> TakeAsync(
        MembersDbContext db, IReadOnlyList<MatchRow> rows, DecideMatchRowsInput input, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.MemberId!.Value).ToArray();
        var members = await db.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancellationToken);
        var taken = rows
            .Where(row => members.ContainsKey(row.MemberId!.Value))
            .Select(row => (Row: row, Member: members[row.MemberId!.Value], Fields: MatchedValues.Of(row, input.Fields!.ToHashSet())))
            .Where(one => one.Fields.Count > 0)
            .ToList();
        var changes = taken.ConvertAll(one => new MemberChanges(MatchedValues.ToChange(one.Row, one.Member, one.Fields), one.Member, $"input.positions.{one.Row.Position}"));
        var isDocumented = Wording.Clean(input.Because) is not null && input.Document is not null;
        var problems = await rules.CheckAsync(db, changes, isDocumented, cancellationToken);
        if (problems.Count > 0)
            return problems;
        foreach (var change in changes)
        {
            change.Apply();
            if (change.Changed.Count > 0)
                write.Raise(new MemberPersonalDataChanged(change.Member.Id, change.Changed));
        }

        return taken.SelectMany(one => one.Fields).GroupBy(field => field).OrderBy(group => group.Key)
            .Select(group => new MatchFieldChange(group.Key, group.Count())).ToList();
    }

    private static IQueryable<MatchRow> Asked(MembersDbContext db, DecideMatchRowsInput input)
    {
        var rows = db.Set<MatchRow>().Where(row => row.RunId == input.BatchId);
        if (input.Positions is { } positions)
            return rows.Where(row => positions.Contains(row.Position));
        rows = rows.Where(row => row.Class == input.Class && row.Decision == null);
        if (input.Reason is { } reason)
            rows = rows.Where(row => row.Reason == reason);
        if (input.DiffersOnlyIn is not { } field)
            return rows;
        string[] only = [MatchedValues.NameOf(field)];
        return rows.Where(row => row.Differing == only);
    }

    private static async Task<Problem?> AgainstAsync(MembersDbContext db, Guid batchId, CancellationToken cancellationToken)
    {
        var run = await db.Set<MatchRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == batchId, cancellationToken);
        if (run is null)
            return new NotFound("MatchRun") { Field = "input.batchId" };
        return run.State == MatchRunState.Closed ? new MatchRunIsClosed { Field = "input.batchId" } : null;
    }

    private static IEnumerable<Problem> Against(MatchRow row, DecideMatchRowsInput input)
    {
        if (row.Decision is not null)
            yield return new MatchRowIsDecided { Field = $"input.positions.{row.Position}" };
        else if (!Fits(row.Class, input.Decision))
            yield return new DecisionDoesNotFitTheRow(row.Class, input.Decision) { Field = $"input.positions.{row.Position}" };
    }

    private static bool Fits(MatchClass found, MatchDecision decision) => decision switch
    {
        MatchDecision.TakeTheirs => found is MatchClass.Differing or MatchClass.Probable,
        MatchDecision.KeepOurs => found is not (MatchClass.OnlyThere or MatchClass.Ambiguous),
        MatchDecision.NotTheSame => found is not (MatchClass.Identical or MatchClass.OnlyHere),
        _ => found is MatchClass.OnlyThere or MatchClass.Ambiguous or MatchClass.Defective,
    };

    private static IEnumerable<Problem> CheckInput(DecideMatchRowsInput input)
    {
        if (input.Positions is { Count: 0 or > DecideMatchRowsInput.Most })
            yield return Unfit($"Phải nêu từ 1 đến {DecideMatchRowsInput.Most} dòng.", $"Name between 1 and {DecideMatchRowsInput.Most} rows.", "input.positions");
        if ((input.Positions is null) == (input.Class is null))
            yield return Unfit("Nêu các dòng, hoặc nêu loại kết quả.", "Name rows or a class, one of the two.", "input.class");
        if ((input.Decision == MatchDecision.TakeTheirs) != (input.Fields is { Count: > 0 }))
            yield return Unfit("Lấy theo danh sách thì phải nêu các trường; các quyết định khác thì không.", "Taking over needs the fields; other decisions take none.", "input.fields");
    }

    private static InvalidInput Unfit(string vietnamese, string english, string field) =>
        new(new LocalizedText(vietnamese, english)) { Field = field };
}
