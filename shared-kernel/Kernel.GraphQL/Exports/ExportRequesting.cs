using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Exports.Planning;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>
/// Takes requests for exports. Versions guard it: the number of a user's open exports, which is looked at, only bounds what one user may ask for.
/// </summary>
internal sealed class ExportRequesting(
    IWrite<ExportsDbContext> write,
    ExportPlanner planner,
    ExportPlace place,
    IExportGrounds grounds,
    IPolicies policies,
    ICurrentProvince province,
    ICurrentAccess access,
    TimeProvider clock)
{
    private const int MostLetters = 200;
    private const int FewestLettersOfPurpose = 5;

    public async Task<Result<Export>> RunAsync(RequestExportInput input, CancellationToken cancellationToken)
    {
        if (Check(input) is { } unfit)
            return unfit;
        var planned = planner.Plan(grounds.SchemaOf(province.Province.Id), input.Query, input.Variables, access.Language);
        if (!planned.Succeeded)
            return planned.Problems.ToList();
        if (!grounds.Accepts(province.Province.Id, input.Query))
            return new ExportQueryIsNotValid { Field = "input.query" };
        var chosen = ExportPlanner.Choose(planned.Value, [.. (input.Columns ?? []).Select(column => (column.Path, column.Heading))]);
        if (!chosen.Succeeded)
            return chosen.Problems.ToList();
        if (chosen.Value.Permissions.FirstOrDefault(permission => !access.Holds(permission)) is { } missing)
            return new ExportTakesAPermission(missing) { Field = "input.query" };

        var order = new ExportOrder(
            access.UserId!.Value, access.UserName, grounds.CredentialOf(access), input.Title.Trim(), input.Purpose.Trim(), input.Format, access.Language, input.Query, input.Variables);
        var organization = await place.OfAsync(chosen.Value.Permissions, cancellationToken);
        var policy = await policies.InForceOnAsync<ExportPolicy>(clock.Today(), cancellationToken);
        return await write.Because(order.Purpose).GuardedByVersions().RunAsync((db, ct) => AddAsync(db, order, chosen.Value, organization, policy, ct), cancellationToken);
    }

    private async Task<Result<Export>> AddAsync(
        ExportsDbContext db, ExportOrder order, ExportPlan plan, Guid? organization, ExportPolicy policy, CancellationToken cancellationToken)
    {
        var open = await db.Exports.CountAsync(
            export => export.UserId == order.UserId
                && (export.State == ExportState.AwaitingApproval || export.State == ExportState.Queued || export.State == ExportState.Running),
            cancellationToken);
        if (open >= policy.MostAtOnce)
            return new TooManyExportsAtOnce(policy.MostAtOnce);
        var now = clock.GetUtcNow();
        var export = Export.Requested(order, plan, organization, now, now.AddDays(policy.ApprovalDays));
        db.Add(export);
        return export;
    }

    private static InvalidInput? Check(RequestExportInput input)
    {
        if (input.Purpose.Trim().Length is < FewestLettersOfPurpose or > MostLetters)
            return Unfit("input.purpose", $"Hãy ghi mục đích, từ {FewestLettersOfPurpose} đến {MostLetters} ký tự.", $"Say what for, in {FewestLettersOfPurpose} to {MostLetters} characters.");
        if (input.Title.Trim().Length is 0 or > MostLetters)
            return Unfit("input.title", $"Hãy ghi tên danh sách, không quá {MostLetters} ký tự.", $"Give the list a title of at most {MostLetters} characters.");
        return input.Columns?.Any(column => column.Heading?.Length > MostLetters) is true
            ? Unfit("input.columns", $"Tên cột không quá {MostLetters} ký tự.", $"A heading has at most {MostLetters} characters.")
            : null;
    }

    private static InvalidInput Unfit(string field, string vietnamese, string english) => new(new LocalizedText(vietnamese, english)) { Field = field };
}
