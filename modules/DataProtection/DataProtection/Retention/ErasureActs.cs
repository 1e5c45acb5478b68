using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Retention;

/// <summary>Proposes, executes and rejects erasures. Who proposes one does not execute it.</summary>
internal sealed class ErasureActs(
    IWrite<DataProtectionDbContext> write, RetentionPlanning planning, PersonalDataEraser eraser, TimeProvider clock)
{
    private const int MostPersons = 200;

    public Task<Result<ErasureOutcome>> ProposeAsync(ProposeErasureInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Reason, Wording.LongText, "input.reason"),
            .. Wording.CheckRequired(input.DecisionNumber, Wording.ShortText, "input.decisionNumber"),
        ];
        if (input.Classes is { Count: 0 })
            problems.Add(new InvalidInput(new LocalizedText("Phải chọn ít nhất một nhóm dữ liệu.", "It takes at least one class of data.")) { Field = "input.classes" });
        if (input.MemberIds.Count is 0 or > MostPersons)
            problems.Add(new InvalidInput(new LocalizedText($"Phải có từ 1 đến {MostPersons} người.", $"It takes 1 to {MostPersons} persons.")) { Field = "input.memberIds" });
        return problems.Count > 0
            ? Task.FromResult<Result<ErasureOutcome>>(problems)
            : write.Because(Wording.Clean(input.Reason), Wording.Clean(input.DecisionNumber)).RunAsync((db, ct) => ProposeAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<ErasureOutcome>> ExecuteAsync(ExecuteErasureInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ExecuteAsync(db, input, ct), cancellationToken);

    public Task<Result<ErasureOutcome>> RejectAsync(RejectErasureInput input, CancellationToken cancellationToken)
    {
        var problems = Wording.CheckRequired(input.Reason, Wording.LongText, "input.reason").ToList();
        return problems.Count > 0
            ? Task.FromResult<Result<ErasureOutcome>>(problems)
            : write.RunAsync((db, ct) => RejectAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<ErasureOutcome>> ProposeAsync(DataProtectionDbContext db, ProposeErasureInput input, CancellationToken cancellationToken)
    {
        var persons = input.MemberIds.Distinct().ToArray();
        var due = await planning.DueAsync(db, db.Today, cancellationToken);
        RetentionClass[] asked = input.Classes is { } classes ? [.. classes.Distinct()] : [.. due.Persons.Keys];
        var erased = persons.SelectMany(person => asked.Where(kept => due.Persons[kept].Contains(person)).Select(kept => (Person: person, Class: kept))).ToArray();
        // Of whoever may not see the whole province nobody is due, so that nothing is told of anybody.
        var isDue = db.Access.ScopeOf(DataProtectionPermissions.ProposeErasure).CoversProvince
            && (input.Classes is null ? erased.DistinctBy(pair => pair.Person).Count() == persons.Length : erased.Length == persons.Length * asked.Length);
        if (!isDue)
        {
            var lastDays = asked.Select(kept => due.Policy.LeftBefore(kept, db.Today));
            return new DataAreStillToBeKept(input.Classes is null ? lastDays.Max() : lastDays.Min()) { Field = "input.memberIds" };
        }

        var erasure = new Erasure
        {
            Id = Guid.CreateVersion7(),
            Classes = [.. erased.Select(pair => pair.Class).Distinct().Order().Select(EnumText.Of)],
            PersonCount = persons.Length,
            Reason = Wording.Clean(input.Reason)!,
            DecisionNumber = Wording.Clean(input.DecisionNumber)!,
            ProposedAt = clock.GetUtcNow(),
            ProposedById = db.Access.UserId,
            ProposedBy = db.Access.UserName,
        };
        db.Erasures.Add(erasure);
        db.ErasedPersons.AddRange(erased.Select(pair => new ErasedPerson { ErasureId = erasure.Id, MemberId = pair.Person, RetentionClass = pair.Class }));
        return Outcome(erasure, version: 1);
    }

    private async Task<Result<ErasureOutcome>> ExecuteAsync(DataProtectionDbContext db, ExecuteErasureInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Key, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var erasure = opened.Value;
        if (!db.Access.ScopeOf(DataProtectionPermissions.ExecuteErasure).CoversProvince || db.Access.UserId == erasure.ProposedById)
            return new ErasureTakesASecondPersonOfTheProvince { Field = "input.key" };

        var erased = await db.ErasedPersons.Where(person => person.ErasureId == erasure.Id).ToListAsync(cancellationToken);
        var due = await planning.DueAsync(db, db.Today, cancellationToken);
        // Somebody may have come back since, or have been erased by another act.
        if (!erased.TrueForAll(person => due.Persons[person.RetentionClass].Contains(person.MemberId)))
            return new DataAreStillToBeKept(erased.Min(person => due.Policy.LeftBefore(person.RetentionClass, db.Today))) { Field = "input.key" };

        var rows = 0L;
        foreach (var person in erased.GroupBy(person => person.MemberId))
            rows += await eraser.EraseAsync(db, person.Key, person.Select(row => row.RetentionClass).ToHashSet(), erasure.Id, cancellationToken);
        foreach (var person in erased)
            person.ErasedAt = clock.GetUtcNow();

        erasure.Execute(clock.GetUtcNow(), db.Access.UserName, rows, await PersonalDataEraser.DigestAsync(db, erasure.Id, cancellationToken));
        return Outcome(erasure, erasure.Version + 1);
    }

    private async Task<Result<ErasureOutcome>> RejectAsync(DataProtectionDbContext db, RejectErasureInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Key, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        opened.Value.Reject(clock.GetUtcNow(), db.Access.UserName, Wording.Clean(input.Reason)!);
        return Outcome(opened.Value, opened.Value.Version + 1);
    }

    private static async Task<Result<Erasure>> OpenAsync(DataProtectionDbContext db, Guid key, int expectedVersion, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.SingleOrDefaultAsync(row => row.Id == key, cancellationToken);
        if (erasure is null)
            return new NotFound("Erasure") { Field = "input.key" };
        if (erasure.Version != expectedVersion)
            return new StaleVersion(expectedVersion, erasure.Version) { Field = "input.expectedVersion" };
        return erasure.State == ErasureState.Proposed ? erasure : new ErasureIsClosed { Field = "input.key" };
    }

    private static ErasureOutcome Outcome(Erasure erasure, int version) => new(erasure.Id, version, erasure.State, erasure.PersonCount, erasure.RowCount);
}
