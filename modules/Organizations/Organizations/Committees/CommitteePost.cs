using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Committees;

/// <summary>A post that a member holds in a committee for a period (chức vụ cấp ủy).</summary>
internal sealed class CommitteePost : IProvinceOwned, IHeldPost
{
    private CommitteePost()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid TermId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid MemberId { get; private set; }

    public CommitteePostKind Post { get; private set; }

    /// <summary>The order of posts in lists: the secretary first.</summary>
    public short PostRank { get; private set; }

    public PostBasis Basis { get; private set; }

    /// <summary>How many ballots were held for it (ORG-08); null where it is not on record.</summary>
    public int? Ballots { get; private set; }

    public NpgsqlRange<DateOnly> Valid { get; private set; }

    public PostEndReason? EndReason { get; private set; }

    public string? EndRemark { get; private set; }

    public Guid? DecisionId { get; private set; }

    /// <summary>Gives the post; all rules were checked.</summary>
    public static CommitteePost Assign(
        CommitteeTerm term, Guid memberId, CommitteePostKind post, PostBasis basis, DateOnly from, Guid? decisionId, int? ballots = null) => new()
        {
            Id = Guid.CreateVersion7(),
            TermId = term.Id,
            OrganizationId = term.OrganizationId,
            MemberId = memberId,
            Post = post,
            PostRank = (short)post,
            Basis = basis,
            Ballots = ballots,
            Valid = Period.From(from),
            DecisionId = decisionId,
        };

    /// <summary>Takes the post away from a day on.</summary>
    public void End(DateOnly end, PostEndReason reason, string? remark = null)
    {
        Valid = Valid.Until(end);
        EndReason = reason;
        EndRemark = remark;
    }
}

/// <summary>How somebody came to a post.</summary>
internal enum PostBasis
{
    /// <summary>Elected (bầu) and approved (chuẩn y).</summary>
    Elected,

    /// <summary>Appointed by the superior committee (chỉ định).</summary>
    Appointed,
}

/// <summary>Why somebody left a post.</summary>
internal enum PostEndReason
{
    /// <summary>The term ended (hết nhiệm kỳ).</summary>
    TermEnded,

    /// <summary>Retired, from the date in the notice (nghỉ hưu; ORG-13).</summary>
    Retired,

    /// <summary>Moved to other work or another organization (chuyển công tác).</summary>
    Moved,

    /// <summary>Took up another post in the same committee (giữ chức vụ khác).</summary>
    OtherPost,

    /// <summary>Resigned, from the day on which the decision takes effect (thôi tham gia cấp ủy; ORG-13).</summary>
    Resigned,

    /// <summary>Removed as a disciplinary measure (cách chức).</summary>
    Disciplined,

    /// <summary>Died (từ trần).</summary>
    Deceased,

    /// <summary>The organization ended (tổ chức kết thúc hoạt động).</summary>
    OrganizationEnded,
}
