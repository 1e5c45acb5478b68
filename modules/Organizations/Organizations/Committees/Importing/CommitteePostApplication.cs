using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Modular.Organizations.Imports;

namespace Modular.Organizations.Committees.Importing;

/// <summary>How good rows become posts. A term that they open takes the identifier of its first row.</summary>
internal static class CommitteePostApplication
{
    private const string OpenTerms =
        """
        insert into organizations.committee_term (
            province_id, id, version, organization_id, number, valid, congress_on, is_appointed, committee_size, standing_size, decision_id)
        select distinct on (organization_id) @province, id, 1, organization_id, term_number, daterange(opens_on, ends_before), null,
            coalesce(is_appointed, false), size, standing, null
        from accepted where term_id is null
        order by organization_id, row_number
        """;

    private const string AssignPosts =
        """
        insert into organizations.committee_post (
            province_id, id, version, term_id, organization_id, member_id, post, post_rank, basis, valid, decision_id)
        select @province, accepted.id, 1, term.id, accepted.organization_id, accepted.member_id, accepted.post,
            array_position(array['SECRETARY', 'DEPUTY_SECRETARY', 'STANDING_MEMBER', 'MEMBER'], accepted.post) - 1, accepted.basis,
            daterange(accepted.starts_on, null), accepted.decision_id
        from accepted
        join organizations.committee_term as term
            on term.province_id = @province and term.organization_id = accepted.organization_id and term.number = accepted.term_number
        """;

    private const string Assigned =
        """
        select jsonb_build_object('postId', id, 'organizationId', organization_id, 'memberId', member_id,
            'post', replace(initcap(post), '_', ''), 'from', starts_on)
        from accepted
        """;

    private const string ChangedPosts =
        """
        select undone.id from undone
        join organizations.committee_post as post on post.province_id = @province and post.id = undone.id
        where post.version > 1
        """;

    private const string UsedTerms =
        """
        select undone.id from undone
        join organizations.committee_term as term on term.province_id = @province and term.id = undone.id
        where term.version > 1 or exists (
            select from organizations.committee_post as post
            where post.province_id = @province and post.term_id = term.id and post.id not in (select id from undone))
        """;

    public static void Define(ImportFormatBuilder format)
    {
        ImportedDecisions.Apply(format);
        format.Apply(OpenTerms).Apply(AssignPosts)
            .Creates("CommitteeTerm", "organizations.committee_term", organization: "organization_id")
            .Creates("CommitteePost", "organizations.committee_post", subject: "member_id", organization: "organization_id")
            .Raise(CommitteePostAssigned.EventName, Assigned)
            .NotUndoneWhere(ChangedPosts)
            .NotUndoneWhere(UsedTerms);
        foreach (var table in (string[])["committee_post", "committee_term", "decision_document"])
            format.Undo($"delete from organizations.{table} as made using undone where made.province_id = @province and made.id = undone.id");
    }
}
