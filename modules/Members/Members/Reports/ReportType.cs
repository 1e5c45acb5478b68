using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Reports;

internal sealed class ReportType : EntityType<StatisticsReport, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<StatisticsReport> report)
    {
        report.Name("StatisticsReport").Requires(MembersPermissions.ReadReports).IsNode();
        report.Describe("A form of Party statistics as an organization closed it (báo cáo thống kê đã chốt).");
        report.Field(r => r.Version, "Rises with every step; a step sends the version that was read.", DataClass.Internal);
        report.Reference("organization", "Organization", r => r.OrganizationId, "The organization that reports, with all below it.");
        report.Reference("receiver", "Organization", r => r.ReceiverId, "The organization that receives it; null before it is submitted, and for the province.");
        report.Field(r => r.Form, DataClass.Internal);
        report.Field(r => r.FromDay, DataClass.Internal).Named("from");
        report.Field(r => r.ToDay, DataClass.Internal).Named("to");
        report.Field(r => r.Revision, DataClass.Internal);
        report.Field(r => r.IsCurrent, DataClass.Internal);
        report.Field(r => r.State, DataClass.Internal);
        report.Field(r => r.ClosedAt, DataClass.Internal);
        report.Field(r => r.ClosedBy, DataClass.Internal);
        report.Field(r => r.SubmittedOn, DataClass.Internal);
        report.Field(r => r.SubmittedBy, DataClass.Internal);
        report.Field(r => r.DecidedOn, DataClass.Internal);
        report.Field(r => r.DecidedBy, DataClass.Internal);
        report.Field(r => r.ReturnReason, DataClass.Internal);
        report
            .FilterByOrganization("organization", "Those of an organization, or of all below it too.", r => r.OrganizationId)
            .Filter(r => r.Form).Filter(r => r.State).Filter(r => r.ToDay).Filter(r => r.IsCurrent)
            .Sortable("TO", r => r.ToDay).SortedBy("TO", descending: true);
    }
}

internal sealed class ReportQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<StatisticsReport>("statisticsReport", "One closed report of Party statistics.");
        query.Connection<StatisticsReport>("statisticsReports", "The closed reports of Party statistics that the user may see, the latest periods first, earlier revisions too.");
    }
}
