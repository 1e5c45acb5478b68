using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Accounts;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>Who may get a role, by whomever it is given.</summary>
internal sealed class RoleRecipients(ICurrentAccess access)
{
    /// <summary>What stands in the way: a missing reason, oneself, somebody unknown, a program.</summary>
    public async Task<IEnumerable<Problem>> AgainstAsync(AccessDbContext db, Guid userId, string reason, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. AccessInput.Reason(reason)];
        if (userId == access.UserId)
            problems.Add(new NobodyGivesThemselvesRights { Field = "input.userId" });
        var found = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == userId, cancellationToken);
        if (found is null)
            problems.Add(new NotFound("User") { Field = "input.userId" });
        if (found is { IsService: true })
            problems.Add(new ServiceAccountsWorkByKeys { Field = "input.userId" });
        return problems;
    }
}
