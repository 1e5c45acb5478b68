using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Memberships;

namespace Modular.Members.Reports;

[MutationType]
internal static class ReportMutations
{
    /// <summary>
    /// Closes a form of a period (chốt số liệu): its figures, its edition, who and when. Closed again before it is submitted, or after it was returned, it becomes another revision.
    /// </summary>
    [Requires(MembersPermissions.CloseReports)]
    [Error<ReportIsOutOfYourReach>]
    [Error<OrganizationDidNotExist>]
    [Error<ReportWasSubmitted>]
    [Error<PeriodEndsBeforeItBegins>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<StatisticsReport>> CloseStatisticsReportAsync(
        CloseStatisticsReportInput input, ReportClosing closing, CancellationToken cancellationToken) => closing.RunAsync(input, cancellationToken);

    /// <summary>Submits a closed report to the organization directly above (gửi cấp trên); the province's own stays submitted.</summary>
    [Requires(MembersPermissions.CloseReports)]
    [Error<ReportIsOutOfYourReach>]
    [Error<ReportStandsElsewhere>]
    [Error<ReportStepIsTooEarly>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<StatisticsReport>> SubmitStatisticsReportAsync(
        SubmitStatisticsReportInput input, ReportSteps steps, CancellationToken cancellationToken) => steps.SubmitAsync(input, cancellationToken);

    /// <summary>Takes a submitted report in (tiếp nhận). Nobody receives what they submitted.</summary>
    [Requires(MembersPermissions.ReceiveReports)]
    [Error<ReportIsOutOfYourReach>]
    [Error<ReportStandsElsewhere>]
    [Error<ReportIsReceivedBySomebodyElse>]
    [Error<ReportStepIsTooEarly>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<StatisticsReport>> ReceiveStatisticsReportAsync(
        ReceiveStatisticsReportInput input, ReportSteps steps, CancellationToken cancellationToken) => steps.ReceiveAsync(input, cancellationToken);

    /// <summary>Gives a submitted report back with a reason (trả lại để hoàn thiện); it may then be closed anew.</summary>
    [Requires(MembersPermissions.ReceiveReports)]
    [Error<ReportIsOutOfYourReach>]
    [Error<ReportStandsElsewhere>]
    [Error<ReportIsReceivedBySomebodyElse>]
    [Error<ReportStepIsTooEarly>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<StatisticsReport>> ReturnStatisticsReportAsync(
        ReturnStatisticsReportInput input, ReportSteps steps, CancellationToken cancellationToken) => steps.ReturnAsync(input, cancellationToken);
}
