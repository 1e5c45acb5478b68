using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Inspection;

/// <summary>A post that a member holds in an inspection committee for a period (chức vụ trong ủy ban kiểm tra).</summary>
internal sealed class InspectionPost : IProvinceOwned, IHeldPost
{
    private InspectionPost()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The post held.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The inspection committee.</summary>
    public Guid InspectionCommitteeId { get; private set; }

    /// <summary>The organization whose inspection committee it is.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The post.</summary>
    public InspectionPostKind Post { get; private set; }

    /// <summary>The order of posts in lists: the chair first.</summary>
    public short PostRank { get; private set; }

    /// <summary>How the member came to it.</summary>
    public PostBasis Basis { get; private set; }

    /// <summary>The days in the post.</summary>
    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>Why it ended.</summary>
    public PostEndReason? EndReason { get; private set; }

    /// <summary>What is to be remembered about its end.</summary>
    public string? EndRemark { get; private set; }

    /// <summary>The decision that approves or appoints.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>Gives the post; all rules were checked.</summary>
    public static InspectionPost Assign(InspectionCommittee committee, Guid memberId, InspectionPostKind post, PostBasis basis, DateOnly from, Guid? decisionId) => new()
    {
        Id = Guid.CreateVersion7(),
        InspectionCommitteeId = committee.Id,
        OrganizationId = committee.OrganizationId,
        MemberId = memberId,
        Post = post,
        PostRank = (short)post,
        Basis = basis,
        Valid = Period.From(from),
        DecisionId = decisionId,
    };

    /// <summary>Takes the post away from a day on; whoever took it up on that day or later held it for a day.</summary>
    public void End(DateOnly end, PostEndReason reason, string? remark = null)
    {
        Valid = Valid.Until(end > Valid.LowerBound ? end : Valid.LowerBound.AddDays(1));
        EndReason = reason;
        EndRemark = remark;
    }
}
