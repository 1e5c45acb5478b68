using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;

namespace Modular.Members.Proposals;

/// <summary>Changes of a member's record that somebody proposes and whoever keeps the records decides on.</summary>
internal abstract class MemberProposal : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The member's cell; the database keeps it in step.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The proposed changes, as they will be applied.</summary>
    public string Changes { get; init; } = "{}";

    /// <summary>The proposed changes line by line, with what stood in the record when they were proposed.</summary>
    public string Lines { get; init; } = "[]";

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>The day on which it came in (ngày nộp).</summary>
    public DateOnly SubmittedOn { get; init; }

    /// <summary>The day of the decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why it was sent back or refused.</summary>
    public string? Ground { get; private set; }

    /// <summary>Notes the decision.</summary>
    public void Decide(ProposalState state, DateOnly decidedOn, string? ground = null)
    {
        State = state;
        DecidedOn = decidedOn;
        Ground = ground;
    }
}

/// <summary>Where proposed changes stand.</summary>
internal enum ProposalState
{
    /// <summary>Submitted (đã nộp, chờ duyệt).</summary>
    Submitted,

    /// <summary>Accepted and written into the record (đã duyệt).</summary>
    Accepted,

    /// <summary>Sent back or refused (trả lại, không chấp nhận).</summary>
    Returned,

    /// <summary>Withdrawn by the member (đã rút).</summary>
    Withdrawn,
}

/// <summary>One field that a proposal changes.</summary>
/// <param name="Section">The part of the record: the name of its type in this schema, for instance <c>Member</c> or <c>CareerEntry</c>.</param>
/// <param name="Line">Which line of the section, counted from 1; lines of one number belong together.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">What stood there when it was proposed; null where nothing did.</param>
/// <param name="After">What is to stand there; null where nothing is.</param>
[Classified(DataClass.Sensitive)]
internal sealed record ProposedChange(string Section, int Line, string Field, string? Before, string? After);

/// <summary>What the types of proposals have in common.</summary>
internal static class MemberProposalType
{
    public static void Define<TProposal>(EntityTypeBuilder<TProposal> proposal)
        where TProposal : MemberProposal
    {
        proposal.Requires(MembersPermissions.Read).IsNode();
        proposal.Field(p => p.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        proposal.Reference("member", "Member", p => p.MemberId, "The member.");
        proposal.Reference("organization", "Organization", p => p.OrganizationId, "The member's cell.");
        proposal.Field(p => p.State, DataClass.Basic);
        proposal.Field(p => p.SubmittedOn, DataClass.Basic);
        proposal.Field(p => p.DecidedOn, DataClass.Basic);
        proposal.Field(p => p.Ground, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        proposal.StatementList<ProposedChange>(
            "changes", "What is to be changed, line by line, with what stood there when it was proposed.", DataClass.Sensitive, changes => changes.Sql(sql =>
            {
                var row = sql.Table<TProposal>("proposal");
                return $"""
                    select {row[p => p.Id]} as key, line.section, line.line, line.field, line.before, line.after
                    from {row}
                    cross join lateral jsonb_to_recordset({row[p => p.Lines]}) as line (section text, line integer, field text, before text, after text)
                    where {row[p => p.Id]} = any ({sql.Keys})
                    """;
            })).Requires(MembersPermissions.ReadSensitive);
        proposal.FilterByOrganization("organization", "Those of the members of a cell, or of all cells of an organization.", p => p.OrganizationId)
            .Filter(p => p.State).Filter(p => p.SubmittedOn)
            .Sortable("SUBMITTED_ON", p => p.SubmittedOn).SortedBy("SUBMITTED_ON");
    }
}
