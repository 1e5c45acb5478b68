using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Policies;
using Modular.Members.Forms;
using Modular.Members.Reports;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

/// <summary>Reports that are due, and those that wait for the superior, on 15 June 2024.</summary>
public sealed class ReportsDueTests : IAsyncLifetime
{
    private static readonly DateOnly From = new(2023, 1, 1);
    private static readonly DateOnly To = new(2023, 12, 31);

    private readonly SmallProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task An_organization_owes_the_forms_of_a_period_until_all_of_them_are_with_the_superior()
    {
        await using (var scope = province.Database.Enter())
        {
            await scope.Get<PolicyDecisions>().DecideAsync(
                new ReportPolicy { FirstPeriodEnd = To }, new DateOnly(2023, 1, 1), null, "7-HD/BTCTU", CancellationToken.None);
        }

        await Work.SweepAsync(province.Database);
        Assert.Equal<string>(["OPEN since 2023-12-31 due 2024-01-15"], await Work.ItemsAsync(province.Database, "members.reports-due", province.EastCommune));
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.reports-due", province.FirstCell));

        StatisticsReport? last = null;
        foreach (var form in Enum.GetValues<StatisticsForm>())
        {
            Assert.StartsWith("OPEN", Assert.Single(await Work.ItemsAsync(province.Database, "members.reports-due", province.EastCommune)), StringComparison.Ordinal);
            last = await SubmitAsync(await CloseAsync(form));
        }

        Assert.Equal<string>(["DONE since 2023-12-31 due 2024-01-15"], await Work.ItemsAsync(province.Database, "members.reports-due", province.EastCommune));
        // Ten working days after Saturday, 15 June 2024.
        Assert.Equal<string>(["OPEN since 2024-06-15 due 2024-06-28"], await Work.ItemsAsync(province.Database, "members.report-to-receive", last!.Id));

        var received = await province.ActAsync<ReportSteps, StatisticsReport>(
            new SystemAccess("superior"),
            steps => steps.ReceiveAsync(new ReceiveStatisticsReportInput { Id = last.Id, ExpectedVersion = 2, ReceivedOn = SmallProvince.Today }, CancellationToken.None));

        Assert.Equal([], received.Problems);
        Assert.Equal<string>(["DONE since 2024-06-15 due 2024-06-28"], await Work.ItemsAsync(province.Database, "members.report-to-receive", last.Id));
    }

    private async Task<StatisticsReport> CloseAsync(StatisticsForm form)
    {
        var closed = await province.ActAsync<ReportClosing, StatisticsReport>(closing => closing.RunAsync(
            new CloseStatisticsReportInput { OrganizationId = province.EastCommune, Form = form, From = From, To = To }, CancellationToken.None));
        Assert.Equal([], closed.Problems);
        return closed.Value;
    }

    private async Task<StatisticsReport> SubmitAsync(StatisticsReport report)
    {
        var submitted = await province.ActAsync<ReportSteps, StatisticsReport>(steps => steps.SubmitAsync(
            new SubmitStatisticsReportInput { Id = report.Id, ExpectedVersion = report.Version, SubmittedOn = SmallProvince.Today }, CancellationToken.None));
        Assert.Equal([], submitted.Problems);
        return submitted.Value;
    }
}
