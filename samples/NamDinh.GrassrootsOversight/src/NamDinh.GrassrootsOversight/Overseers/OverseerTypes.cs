using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Overseers;

internal sealed class AssignmentType : EntityType<Assignment, OversightDbContext>
{
    protected override void Define(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.Name("OversightAssignment").Requires(OversightPermissions.Read).IsNode();
        assignment.Describe("A committee member in charge of a cell (cấp ủy viên phụ trách chi bộ), OV-03.");
        assignment.Field(a => a.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        assignment.Field(a => a.Level, DataClass.Internal);
        assignment.Field(a => a.BasisNumber, DataClass.Internal);
        assignment.Field(a => a.BasisDecidedOn, DataClass.Internal);
        assignment.Field(a => a.FromOn, DataClass.Internal);
        assignment.Field(a => a.ToOn, DataClass.Internal);
        assignment.Field(a => a.VisitsAQuarter, DataClass.Internal);
        assignment.Reference("overseer", "Member", a => a.OverseerId, "The committee member, for whoever may see the record.");
        assignment.Reference("cell", "Organization", a => a.CellId, "The cell.", DataClass.Internal);
        assignment.Connection<Visit>("visits", v => v.AssignmentId, "The visits, the latest first.");
        assignment
            .FilterByOrganization("cell", "Those of a cell, or of all cells of an organization.", a => a.CellId)
            .Filter(a => a.Level).Filter(a => a.FromOn)
            .Filter<bool>("holds", "Those that hold, or those that have ended.", (a, value) => $"({a[row => row.ToOn]} is null) = {value}");
        assignment.Sortable("FROM", a => a.FromOn).SortedBy("FROM", descending: true);
    }
}

internal sealed class VisitType : EntityType<Visit, OversightDbContext>
{
    protected override void Define(EntityTypeBuilder<Visit> visit)
    {
        visit.Name("OversightVisit").Requires(OversightPermissions.Read).IsNode();
        visit.Describe("A visit of a committee member to the cell in their charge, with its report (OV-03, OV-04).");
        visit.Field(v => v.VisitedOn, DataClass.Internal);
        visit.Field(v => v.Kind, DataClass.Internal);
        visit.Field(v => v.Findings, DataClass.Internal);
        visit.Reference("assignment", "OversightAssignment", v => v.AssignmentId, "The assignment.", DataClass.Internal);
        visit.Reference("cell", "Organization", v => v.CellId, "The cell.", DataClass.Internal);
        visit.Children<Recommendation>("recommendations", r => r.VisitId, "What was recommended.");
        visit.Filter(v => v.VisitedOn).Filter(v => v.Kind);
        visit.Sortable("VISITED", v => v.VisitedOn).SortedBy("VISITED", descending: true);
    }
}

internal sealed class RecommendationType : EntityType<Recommendation, OversightDbContext>
{
    protected override void Define(EntityTypeBuilder<Recommendation> recommendation)
    {
        recommendation.Name("OversightRecommendation").Requires(OversightPermissions.Read).IsNode();
        recommendation.Describe("A recommendation or obstacle (kiến nghị, vướng mắc) that a visit brought up, with an answer clock (OV-07).");
        recommendation.Field(r => r.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        recommendation.Field(r => r.Content, DataClass.Internal);
        recommendation.Field(r => r.State, DataClass.Internal);
        recommendation.Field(r => r.RaisedOn, DataClass.Internal);
        recommendation.Field(r => r.DueOn, DataClass.Internal);
        recommendation.Field(r => r.Answer, DataClass.Internal);
        recommendation.Field(r => r.AnsweredOn, DataClass.Internal);
        recommendation.Reference("visit", "OversightVisit", r => r.VisitId, "The visit, for whoever may see those of the cell.", DataClass.Internal);
        recommendation.Reference("cell", "Organization", r => r.CellId, "Where it was raised.", DataClass.Internal);
        recommendation.Reference("owner", "Organization", r => r.OwnerId, "The organization that is to answer.", DataClass.Internal);
        recommendation
            .FilterByOrganization("owner", "Those that an organization, or all below it, are to answer.", r => r.OwnerId)
            .Filter(r => r.State).Filter(r => r.DueOn)
            .Filter<bool>("open", "Those that are open, or those that are not.", (r, value) => $"({r[row => row.AnsweredOn]} is null) = {value}");
        recommendation.Sortable("RAISED", r => r.RaisedOn).SortedBy("RAISED", descending: true);
    }
}

internal sealed class OverseerQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Assignment>("oversightAssignment", "One assignment of a committee member to a cell.");
        query.Connection<Assignment>("oversightAssignments", "Who is in charge of which cell, where the user may look.");
        query.ById<Recommendation>("oversightRecommendation", "One recommendation.");
        query.Connection<Recommendation>("oversightRecommendations", "Recommendations, at the cells that raised them and where they are to be answered.");
    }
}

/// <summary>What oversight adds to members.</summary>
internal sealed class MemberOversight() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Connection<Assignment>("oversightAssignments", a => a.OverseerId, "The cells of which the member is, or was, in charge as a committee member.");
}
