using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Flags;
using Modular.Members.Forms;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Reports;

/// <summary>Closes reports.</summary>
internal sealed class ReportClosing(
    IWrite<MembersDbContext> write, FormFigures figures, IPolicies policies, MemberFiles files, IOrganizationTree tree, TimeProvider clock)
{
    public Task<Result<StatisticsReport>> RunAsync(CloseStatisticsReportInput input, CancellationToken cancellationToken) => write
        .When("report_is_revised_in_order", () => new ReportStandsElsewhere { Field = "input.to" })
        .When("report_has_one_current_revision", () => new ReportStandsElsewhere { Field = "input.to" })
        .RunAsync((db, ct) => CloseAsync(db, input, ct), cancellationToken);

    private async Task<Result<StatisticsReport>> CloseAsync(MembersDbContext db, CloseStatisticsReportInput input, CancellationToken cancellationToken)
    {
        if (!await files.CoversAsync(db, MembersPermissions.CloseReports, input.OrganizationId, cancellationToken))
            return new ReportIsOutOfYourReach { Field = "input.organizationId" };
        if (input.To < input.From)
            return new PeriodEndsBeforeItBegins(input.From, input.To) { Field = "input.to" };
        if (input.To > db.Today)
            return new DateLiesInTheFuture(input.To, db.Today) { Field = "input.to" };
        var places = await tree.FindAsync([input.OrganizationId], input.To, cancellationToken);
        if (!places.ContainsKey(input.OrganizationId))
            return new OrganizationDidNotExist(input.To) { Field = "input.organizationId" };
        var earlier = await db.StatisticsReports
            .Where(row => row.OrganizationId == input.OrganizationId && row.Form == input.Form && row.FromDay == input.From && row.ToDay == input.To)
            .OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancellationToken);
        if (earlier is { State: ReportState.Submitted or ReportState.Received, SubmittedOn: { } submittedOn })
            return new ReportWasSubmitted(submittedOn) { Field = "input.to" };

        earlier?.Supersede();
        var content = await ContentAsync(input, cancellationToken);
        var report = new StatisticsReport
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganizationId = input.OrganizationId,
            Form = input.Form,
            FromDay = input.From,
            ToDay = input.To,
            Revision = (earlier?.Revision ?? 0) + 1,
            Definition = content.DefinitionJson(),
            Figures = content.FiguresJson(),
            ClosedAt = clock.GetUtcNow(),
            ClosedBy = db.Access.UserName,
        }.AsCurrent();
        db.StatisticsReports.Add(report);
        return report;
    }

    private async Task<ReportContent> ContentAsync(CloseStatisticsReportInput input, CancellationToken cancellationToken)
    {
        var definition = (await policies.InForceOnAsync<FormsPolicy>(input.To, cancellationToken)).Find(input.Form);
        var filled = await figures.FillAsync([input.OrganizationId], definition, input.From, input.To, cancellationToken);
        return new ReportContent(definition, filled[input.OrganizationId]);
    }
}
