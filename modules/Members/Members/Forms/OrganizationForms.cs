using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Forms;

[ExtendObjectType("Organization")]
internal static class OrganizationForms
{
    /// <summary>
    /// A form of Party statistics (biểu 1-TCTW đến 4-TCTW), filled from the facts as they are recorded now, with all organizations below. Null where the period ends before it begins.
    /// </summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="form">Which form.</param>
    /// <param name="from">The first day of the period; forms of a day need it for nothing but their head.</param>
    /// <param name="to">The last day, which decides which edition of the form is filled.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="policies">The forms in force.</param>
    /// <param name="files">Who may read what where.</param>
    /// <param name="db">The register.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Count)]
    public static async Task<IReadOnlyDictionary<Guid, FormResult>> StatisticsFormAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        StatisticsForm form,
        DateOnly from,
        DateOnly to,
        FormFigures figures,
        IPolicies policies,
        MemberFiles files,
        MembersDbContext db,
        CancellationToken cancellationToken)
    {
        if (to < from)
            return new Dictionary<Guid, FormResult>();
        var definition = (await policies.InForceOnAsync<FormsPolicy>(to, cancellationToken)).Find(form);
        var filled = await figures.FillAsync(organizations, definition, from, to, cancellationToken);
        var open = await files.CoveredAsync(db, MembersPermissions.ReadSensitive, [.. filled.Keys], cancellationToken);
        return filled.ToDictionary(
            found => found.Key,
            found => FormResults.Of(definition, found.Value, new FormScope(found.Key, from, to), open.Contains(found.Key), db.Access.Language));
    }

    /// <summary>What has to tie between the forms of a period (đối chiếu giữa các biểu), and whether it does. Null where the period ends before it begins.</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="policies">The forms in force.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Count)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<FormResultCheck>>> StatisticsFormChecksAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        DateOnly from,
        DateOnly to,
        FormFigures figures,
        IPolicies policies,
        ICurrentAccess access,
        CancellationToken cancellationToken)
    {
        if (to < from)
            return new Dictionary<Guid, IReadOnlyList<FormResultCheck>>();
        var policy = await policies.InForceOnAsync<FormsPolicy>(to, cancellationToken);
        var filled = new Dictionary<StatisticsForm, (FormDefinition Definition, IReadOnlyDictionary<Guid, FormValues> Values)>();
        foreach (var form in policy.CrossChecks.SelectMany(check => new[] { check.LeftForm, check.RightForm }).Distinct())
            filled[form] = (policy.Find(form), await figures.FillAsync(organizations, policy.Find(form), from, to, cancellationToken));
        return organizations.Distinct().ToDictionary(id => id, IReadOnlyList<FormResultCheck> (id) => [.. policy.CrossChecks.Select(check => CheckOf(check, id))]);

        FormResultCheck CheckOf(FormCrossCheck check, Guid id)
        {
            var (left, right) = (Of(check.LeftForm, check.LeftLine, id), Of(check.RightForm, check.RightLine, id));
            return new FormResultCheck(new LocalizedText(check.Vietnamese, check.English).In(access.Language), left, right, left is null || right is null ? null : left == right);
        }

        decimal? Of(StatisticsForm form, string line, Guid id) =>
            FormResults.SumOf(filled[form].Definition, [line], filled[form].Values[id], showsSensitive: false);
    }
}
