using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Retention;

/// <summary>Proposes, executes and rejects erasures. Who proposes one does not execute it.</summary>
internal sealed class ErasureActs(
    IWrite<DataProtectionDbContext> write, RetentionPlanning planning, PersonalDataEraser eraser, IPolicies policies, TimeProvider clock)
{
    private const int MostPersons = 200;

    public Task<Result<ErasureOutcome>> ProposeAsync(ProposeErasureInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Reason, Wording.LongText, "input.reason"),
            .. Wording.CheckRequired(input.DecisionNumber, Wording.ShortText, "input.decisionNumber"),
        ];
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
        var leftBefore = (await policies.InForceOnAsync<RetentionPolicy>(db.Today, cancellationToken)).LeftBefore(db.Today);
        // Of whoever may not see the whole province nobody is due, so that nothing is told of anybody.
        if (!db.Access.ScopeOf(DataProtectionPermissions.ProposeErasure).CoversProvince
            || !(await planning.DueAsync(db, leftBefore, cancellationToken)).IsSupersetOf(persons))
        {
            return new DataAreStillToBeKept(leftBefore) { Field = "input.memberIds" };
        }

        var erasure = new Erasure
        {
            Id = Guid.CreateVersion7(),
            PersonCount = persons.Length,
            Reason = Wording.Clean(input.Reason)!,
            DecisionNumber = Wording.Clean(input.DecisionNumber)!,
            ProposedAt = clock.GetUtcNow(),
            ProposedById = db.Access.UserId,
            ProposedBy = db.Access.UserName,
        };
        db.Erasures.Add(erasure);
        db.ErasedPersons.AddRange(persons.Select(person => new ErasedPerson { ErasureId = erasure.Id, MemberId = person }));
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

        var persons = await db.ErasedPersons.Where(person => person.ErasureId == erasure.Id).ToListAsync(cancellationToken);
        var leftBefore = (await policies.InForceOnAsync<RetentionPolicy>(db.Today, cancellationToken)).LeftBefore(db.Today);
        // Somebody may have come back since, or have been erased by another act.
        if (!(await planning.DueAsync(db, leftBefore, cancellationToken)).IsSupersetOf(persons.Select(person => person.MemberId)))
            return new DataAreStillToBeKept(leftBefore) { Field = "input.key" };

        var rows = 0L;
        foreach (var person in persons)
        {
            rows += await eraser.EraseAsync(db, person.MemberId, erasure.Id, cancellationToken);
            person.ErasedAt = clock.GetUtcNow();
        }

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
