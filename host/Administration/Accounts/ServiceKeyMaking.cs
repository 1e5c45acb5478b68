using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Accounts;

/// <summary>Makes keys of service accounts, and replaces them.</summary>
internal sealed class ServiceKeyMaking(
    IWrite<AccessDbContext> write,
    GivingRights giving,
    IOrganizationTree tree,
    InstalledModules modules,
    AccessDirectory directory,
    IdentitySettings settings,
    ICurrentAccess access,
    TimeProvider clock)
{
    private const int LongestName = 100;
    private const int LongestOverlapHours = 72;

    // Giving rights, administering accounts and operating the system is for people, who answer for it.
    private static readonly string[] ForPeople = [HostPermissions.Operate, HostPermissions.ManageModules, HostPermissions.ManageAccounts, HostPermissions.ManageRoles, HostPermissions.Grant];

    /// <summary>Makes a key.</summary>
    public Task<Result<ServiceKeySecret>> CreateAsync(CreateServiceKeyInput input, CancellationToken cancellationToken)
    {
        var rights = new ServiceKeyRights(input.Name.Trim(), [.. input.Permissions.Distinct()], input.Reach, input.OrganizationId, input.Days);
        return MakeAsync(input.UserId, rights, input.Reason, isBySystem: false, cancellationToken);
    }

    /// <summary>Makes a key at the command line, where nobody's rights bound it but those that are for people.</summary>
    public Task<Result<ServiceKeySecret>> CreateAsync(Guid userId, ServiceKeyRights rights, string reason, CancellationToken cancellationToken) =>
        MakeAsync(userId, rights, reason, isBySystem: true, cancellationToken);

    /// <summary>Replaces a key.</summary>
    public async Task<Result<ServiceKeySecret>> RotateAsync(RotateServiceKeyInput input, CancellationToken cancellationToken)
    {
        var secret = ServiceKeyText.NewSecret();
        var made = await write.Because(input.Reason).RunAsync((db, cancellation) => RotateAsync(db, input, secret, cancellation), cancellationToken);
        return Shown(made, secret);
    }

    private async Task<Result<ServiceKeySecret>> MakeAsync(
        Guid userId, ServiceKeyRights rights, string reason, bool isBySystem, CancellationToken cancellationToken)
    {
        var secret = ServiceKeyText.NewSecret();
        var made = await write.Because(reason).RunAsync(
            async (db, cancellation) =>
            {
                List<Problem> problems = [.. AccountsBelongToTheProvince.Against(access), .. AccessInput.Reason(reason), .. Against(rights)];
                var user = await db.Users.SingleOrDefaultAsync(row => row.Id == userId, cancellation);
                if (user is null)
                    problems.Add(new NotFound("User") { Field = "input.userId" });
                else if (!user.IsService)
                    problems.Add(new AccountIsNoServiceAccount { Field = "input.userId" });
                problems.AddRange(await PlaceAsync(rights, cancellation));
                if (problems.Count == 0 && !isBySystem)
                    problems.AddRange(await BeyondAsync(rights, "input.permissions", cancellation));
                return problems.Count > 0 ? problems : (Result<ServiceKey>)Add(db, userId, rights, secret);
            },
            cancellationToken);
        return Shown(made, secret);
    }

    private async Task<Result<ServiceKey>> RotateAsync(AccessDbContext db, RotateServiceKeyInput input, byte[] secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Problem> beyond = [.. AccountsBelongToTheProvince.Against(access)];
        if (beyond.Count > 0)
            return beyond;
        if (await db.ServiceKeys.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken) is not { } old)
            return new NotFound("ServiceKey") { Field = "input.id" };
        var rights = new ServiceKeyRights(old.Name, old.Permissions, old.Reach, old.OrganizationId, input.Days);
        List<Problem> problems = [.. AccessInput.Reason(input.Reason), .. Against(rights), .. await BeyondAsync(rights, "input.id", cancellationToken)];
        if (old.IsOver(now))
            problems.Add(new KeyIsOver { Field = "input.id" });
        if (input.OverlapHours is < 0 or > LongestOverlapHours)
        {
            problems.Add(new InvalidInput(new LocalizedText($"Thời gian dùng song song từ 0 đến {LongestOverlapHours} giờ.", $"The overlap is 0 to {LongestOverlapHours} hours."))
            {
                Field = "input.overlapHours",
            });
        }

        if (problems.Count > 0)
            return problems;
        if (input.OverlapHours == 0)
            old.End(now);
        else
            old.Shorten(now.AddHours(input.OverlapHours));
        return Add(db, old.UserId, rights, secret);
    }

    private ServiceKey Add(AccessDbContext db, Guid userId, ServiceKeyRights rights, byte[] secret)
    {
        var hash = new ServiceKeyText(db.Province, Guid.Empty, secret).Hash();
        var key = ServiceKey.Make(userId, rights, access, clock.GetUtcNow(), hash);
        db.ServiceKeys.Add(key);
        return key;
    }

    private Result<ServiceKeySecret> Shown(Result<ServiceKey> made, byte[] secret)
    {
        if (!made.Succeeded)
            return made.Problems.ToList();
        directory.Forget(made.Value.UserId);
        var key = made.Value;
        var text = new ServiceKeyText(key.ProvinceId, key.Id, secret);
        // A repeated request is answered with the key that the first one made, whose secret nobody has kept.
        return new ServiceKeySecret(ServiceKeySummary.Of(key), text.Hash().AsSpan().SequenceEqual(key.Hash) ? text.ToString() : null);
    }

    private IEnumerable<Problem> Against(ServiceKeyRights rights)
    {
        if (rights.Name.Length is 0 or > LongestName)
            yield return new InvalidInput(new LocalizedText($"Tên khóa có từ 1 đến {LongestName} ký tự.", $"The name of a key has 1 to {LongestName} characters.")) { Field = "input.name" };
        var known = HostPermissions.All.Concat(modules.All.SelectMany(module => module.Registration.DeclaredPermissions)).Select(permission => permission.Name);
        string[] refused = [.. rights.Permissions.Where(permission => ForPeople.Contains(permission) || !known.Contains(permission))];
        if (refused.Length > 0 || rights.Permissions.Count == 0)
            yield return new KeyCannotHoldPermissions(refused) { Field = "input.permissions" };
        if (rights.Days < 1 || TimeSpan.FromDays(rights.Days) > settings.ServiceKeyLifetime)
            yield return new KeyLivesTooLong((int)settings.ServiceKeyLifetime.TotalDays) { Field = "input.days" };
    }

    private async Task<IEnumerable<Problem>> PlaceAsync(ServiceKeyRights rights, CancellationToken cancellationToken)
    {
        if (rights.Reach == Reach.Self)
            return [new InvalidInput(new LocalizedText("Khóa dịch vụ không thuộc về ai để có phạm vi SELF.", "A service key belongs to nobody, so that it cannot reach SELF.")) { Field = "input.reach" }];
        var needsOrganization = rights.Reach is Reach.Organization or Reach.OrganizationAndBelow;
        if (needsOrganization != rights.OrganizationId is not null)
            return [new ReachAndOrganizationDoNotFit(needsOrganization) { Field = "input.organizationId" }];
        if (rights.OrganizationId is { } organization && await tree.FindAsync(organization, clock.Today(), cancellationToken) is null)
            return [new NotFound("Organization") { Field = "input.organizationId" }];
        return [];
    }

    private async Task<IEnumerable<Problem>> BeyondAsync(ServiceKeyRights rights, string field, CancellationToken cancellationToken)
    {
        var lacked = await giving.LackedAsync(rights.Permissions, rights.Reach, rights.OrganizationId, cancellationToken);
        return lacked.Count == 0 ? [] : [new RoleHoldsMoreThanYouMayGive(lacked) { Field = field }];
    }
}
