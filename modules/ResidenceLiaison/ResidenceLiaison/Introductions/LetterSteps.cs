using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>The steps of a letter at the residence: received, assigned, informed.</summary>
internal sealed class LetterSteps(IWrite<LiaisonDbContext> write, OpenedIntroductions introductions, IOrganizationTree tree)
{
    public Task<Result<List<Introduction>>> ReceiveAsync(ReceiveResidenceLettersInput input, CancellationToken cancellationToken) => RunAsync(
        new Step(input.Introductions, input.On, ResidenceLiaisonPermissions.ReceiveLetters, introduction => introduction.ReceiverId, IntroductionState.ReceivedByCommune),
        (_, _, _) => Task.FromResult<IEnumerable<Problem>>([]),
        (introduction, on) => introduction.Receive(on),
        cancellationToken);

    public Task<Result<List<Introduction>>> AssignAsync(AssignResidenceCellInput input, CancellationToken cancellationToken) => RunAsync(
        new Step(input.Introductions, input.On, ResidenceLiaisonPermissions.ReceiveLetters, introduction => introduction.ReceiverId, IntroductionState.AssignedToCell),
        (db, opened, ct) => AgainstCellAsync(db, opened, input.CellId, ct),
        (introduction, on) => introduction.Assign(input.CellId, on),
        cancellationToken);

    public Task<Result<List<Introduction>>> InformAsync(InformResidenceMembersInput input, CancellationToken cancellationToken) => RunAsync(
        new Step(input.Introductions, input.On, ResidenceLiaisonPermissions.InformMembers, introduction => introduction.ResidenceCellId, IntroductionState.Active),
        (_, _, _) => Task.FromResult<IEnumerable<Problem>>([]),
        (introduction, on) => introduction.Inform(on),
        cancellationToken);

    private Task<Result<List<Introduction>>> RunAsync(
        Step step,
        Func<LiaisonDbContext, List<OpenedIntroduction>, CancellationToken, Task<IEnumerable<Problem>>> check,
        Action<Introduction, DateOnly> make,
        CancellationToken cancellationToken) => write.RunAsync<List<Introduction>>(
        async (db, ct) =>
        {
            var opened = await introductions.OpenAsync(db, step.Introductions, step.Permission, step.Actor, ct);
            if (!opened.Succeeded)
                return opened.Problems.ToList();
            var on = step.On ?? db.Today;
            var problems = opened.Value.SelectMany(one => OpenedIntroductions.Against(one, step.To, on, db.Today)).ToList();
            if (problems.Count == 0)
                problems.AddRange(await check(db, opened.Value, ct));
            if (problems.Count > 0)
                return problems;
            foreach (var one in opened.Value)
                make(one.Introduction, on);
            return opened.Value.Select(one => one.Introduction).ToList();
        },
        cancellationToken);

    private async Task<IEnumerable<Problem>> AgainstCellAsync(
        LiaisonDbContext db, List<OpenedIntroduction> opened, Guid cellId, CancellationToken cancellationToken)
    {
        if (await tree.HoldAsync(cellId, db.Today, cancellationToken) is not { } cell)
            return [new NotFound("Organization") { Field = "input.cellId" }];
        var receivers = await tree.FindAsync([.. opened.Select(one => one.Introduction.ReceiverId!.Value).Distinct()], db.Today, cancellationToken);
        var isOfAll = OrganizationKinds.HoldsMembers(cell.Kind)
            && opened.TrueForAll(one => receivers.TryGetValue(one.Introduction.ReceiverId!.Value, out var receiver)
                && cell.Path.StartsWith(receiver.Path, StringComparison.Ordinal));
        return isOfAll ? [] : [new CellDoesNotBelongToTheReceiver { Field = "input.cellId" }];
    }

    private sealed record Step(
        IReadOnlyList<ChangedIntroductionInput> Introductions, DateOnly? On, string Permission, Func<Introduction, Guid?> Actor, IntroductionState To);
}
