using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;

namespace Modular.DataProtection.Breaches;

/// <summary>Enters breaches in the register.</summary>
internal sealed class BreachRecording(
    IWrite<DataProtectionDbContext> write, Reaches reaches, IOrganizationDirectory organizations, IPolicies policies, TimeProvider clock)
{
    public Task<Result<Breach>> RunAsync(RecordBreachInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Description, Wording.LongText, "input.description"),
            .. Wording.CheckRequired(input.DataKinds, Wording.LongText, "input.dataKinds"),
        ];
        if (input.DetectedAt > clock.GetUtcNow())
            problems.Add(new MomentIsNotAfterDetection { Field = "input.detectedAt" });
        if (input.PersonsAffected < 0)
            problems.Add(BreachHandling.NegativeCount());
        return problems.Count > 0
            ? Task.FromResult<Result<Breach>>(problems)
            : write.RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<Breach>> RecordAsync(DataProtectionDbContext db, RecordBreachInput input, CancellationToken cancellationToken)
    {
        var known = await organizations.FindAsync([input.OrganizationId], db.Today, cancellationToken);
        if (!known.ContainsKey(input.OrganizationId)
            || !await reaches.CoversAsync(db, DataProtectionPermissions.HandleBreaches, input.OrganizationId, cancellationToken))
        {
            return new NotFound("Organization") { Field = "input.organizationId" };
        }

        var detectedOn = DateOnly.FromDateTime(input.DetectedAt.ToOffset(VietnamTime.Offset).DateTime);
        var policy = await policies.InForceOnAsync<BreachPolicy>(detectedOn, cancellationToken);
        var breach = new Breach
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = input.OrganizationId,
            DetectedAt = input.DetectedAt.ToUniversalTime(),
            RecordedAt = clock.GetUtcNow(),
            ReportDueAt = input.DetectedAt.ToUniversalTime().AddHours(policy.ReportHours),
            Description = Wording.Clean(input.Description)!,
        };
        breach.Concern(Wording.Clean(input.DataKinds)!, input.InvolvesSensitiveData, input.PersonsAffected);
        db.Breaches.Add(breach);
        return breach;
    }
}
