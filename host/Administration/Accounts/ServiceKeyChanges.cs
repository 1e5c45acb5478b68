using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>Lists keys of service accounts, and ends them, whoever made them: a key that leaked is ended by whoever is there.</summary>
internal sealed class ServiceKeyChanges(AccessDbContext context, IWrite<AccessDbContext> write, AccessDirectory directory, ICurrentAccess access, TimeProvider clock)
{
    private const int MostListed = 200;

    public async Task<IReadOnlyList<ServiceKeySummary>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        var keys = await context.ServiceKeys.AsNoTracking()
            .Where(key => key.UserId == userId)
            .OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        return [.. keys.Select(ServiceKeySummary.Of)];
    }

    public async Task<Result<ServiceKeyChange>> EndAsync(EndServiceKeyInput input, CancellationToken cancellationToken)
    {
        var ended = await write.Because(input.Reason).RunAsync((db, cancellation) => EndAsync(db, input, cancellation), cancellationToken);
        if (!ended.Succeeded)
            return ended.Problems.ToList();
        directory.Forget(ended.Value.UserId);
        return new ServiceKeyChange(ServiceKeySummary.Of(ended.Value));
    }

    private async Task<Result<ServiceKey>> EndAsync(AccessDbContext db, EndServiceKeyInput input, CancellationToken cancellationToken)
    {
        List<Problem> beyond = [.. AccountsBelongToTheProvince.Against(access)];
        if (beyond.Count > 0)
            return beyond;
        if (await db.ServiceKeys.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken) is not { } key)
            return new NotFound("ServiceKey") { Field = "input.id" };
        List<Problem> problems = [.. AccessInput.Reason(input.Reason)];
        if (key.IsOver(clock.GetUtcNow()))
            problems.Add(new KeyIsOver { Field = "input.id" });
        if (problems.Count > 0)
            return problems;
        key.End(clock.GetUtcNow());
        return key;
    }
}
