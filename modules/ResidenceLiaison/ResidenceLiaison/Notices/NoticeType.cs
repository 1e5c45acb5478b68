using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Notices;

internal sealed class NoticeType : EntityType<Notice, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Notice> notice)
    {
        notice.Name("ResidenceNotice").Requires(ResidenceLiaisonPermissions.ReadNotices).IsNode();
        notice.Describe(
            "What the committees of workplace and residence tell each other of a member (thông báo, trao đổi giữa hai cấp ủy). All notices of an introduction are one thread, which both sides see.");
        notice.Field(n => n.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        notice.Field(n => n.Direction, DataClass.Internal);
        notice.Field(n => n.Kind, DataClass.Basic);
        notice.Field(n => n.State, DataClass.Basic);
        notice.Field(n => n.FullName, DataClass.Basic);
        notice.Field(n => n.HappenedOn, DataClass.Basic);
        notice.Field(n => n.SentOn, DataClass.Basic);
        notice.Field(n => n.AcknowledgeBy, DataClass.Basic);
        notice.Field(n => n.IsAutomatic, DataClass.Internal);
        notice.Field(n => n.Content, DataClass.Sensitive);
        notice.Field(n => n.ReadOn, DataClass.Basic);
        notice.Field(n => n.AcknowledgedOn, DataClass.Basic);
        notice.Field(n => n.AnswerBy, DataClass.Basic);
        notice.Field(n => n.Result, DataClass.Basic);
        notice.Field(n => n.Answer, DataClass.Sensitive);
        notice.Field(n => n.AnsweredOn, DataClass.Basic);
        notice.Computed<bool>(
            "isOverdue", "Whether the other side was to take note, or to answer, by now (RES-07, RES-08).", DataClass.Basic, row => Overdue(row, row.Today));
        notice.Reference("introduction", "ResidenceIntroduction", n => n.IntroductionId, "The introduction: the thread.");
        notice.Reference("member", "Member", n => n.MemberId, "The member, for whoever may see the record.");
        notice.Reference("cell", "Organization", n => n.CellId, "The member's own cell when it was sent.");
        notice.Reference("residenceCell", "Organization", n => n.ResidenceCellId, "The residential cell.");
        notice.Reference("sender", "Organization", n => n.SenderId, "The organization that tells.");
        notice.Reference("addressee", "Organization", n => n.AddresseeId, "The organization that takes note.");
        notice.Reference("meeting", "ResidenceMeeting", n => n.MeetingId, "Of an absence: the meeting, for whoever may see those of the residential cell.");
        DefineLists(notice);
    }

    private static void DefineLists(EntityTypeBuilder<Notice> notice)
    {
        notice
            .FilterByOrganization("addressee", "Those for an organization, or for all below it.", n => n.AddresseeId)
            .FilterByOrganization("sender", "Those from an organization, or from all below it.", n => n.SenderId)
            .FilterByOrganization("workplace", "Those about members of a cell, or of all cells of an organization.", n => n.CellId)
            .Filter(n => n.Direction).Filter(n => n.Kind).Filter(n => n.State).Filter(n => n.HappenedOn).Filter(n => n.SentOn).Filter(n => n.AcknowledgeBy).Filter(n => n.IsAutomatic)
            .Filter<bool>("isOverdue", "Those of which note was to be taken, or that were to be answered, by now, or the others.", (n, value) => $"({Overdue(n, n.Today)}) = {value}");
        notice.Sortable("SENT", n => n.SentOn).Sortable("ACKNOWLEDGE_BY", n => n.AcknowledgeBy).SortedBy("SENT", descending: true);
    }

    private static Sql Overdue(SqlRow<Notice> row, SqlPart today) =>
        $"(({row[n => n.State]} in ({row.Value(n => n.State, NoticeState.Delivered)}, {row.Value(n => n.State, NoticeState.Read)}) and {row[n => n.AcknowledgeBy]} < {today}) or ({row[n => n.State]} = {row.Value(n => n.State, NoticeState.Acknowledged)} and coalesce({row[n => n.AnswerBy]} < {today}, false)))";
}

internal sealed class NoticeQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Notice>("residenceNotice", "One notice between workplace and residence.");
        query.Connection<Notice>("residenceNotices", "The notices between workplace and residence that the user may see, at either end; the latest first.");
    }
}

/// <summary>The thread of an introduction.</summary>
internal sealed class IntroductionNotices() : EntityTypeExtension("ResidenceIntroduction")
{
    protected override void Define(EntityExtensionBuilder introduction) =>
        introduction.Connection<Notice>("notices", n => n.IntroductionId, "What workplace and residence told each other of the member, the latest first.");
}
