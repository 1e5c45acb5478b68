using Modular.Kernel.Provinces;
using Modular.Members.Memberships;

namespace Modular.Members.Records;

/// <summary>Where a membership began and who introduced the person (nơi kết nạp, người giới thiệu), items 12 and 27; the dates stand with the membership.</summary>
internal sealed class AdmissionDetail : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>1 for the first membership, 2 for the one after re-admission.</summary>
    public int Ordinal { get; init; }

    /// <summary>The cell of admission as it was called then (kết nạp tại chi bộ).</summary>
    public string? AdmittedAt { get; set; }

    /// <summary>The cell of recognition as it was called then (công nhận chính thức tại chi bộ).</summary>
    public string? RecognizedAt { get; set; }

    /// <summary>The first sponsor (người giới thiệu thứ nhất).</summary>
    public string? FirstSponsor { get; set; }

    /// <summary>The first sponsor's post (chức vụ, đơn vị).</summary>
    public string? FirstSponsorPost { get; set; }

    /// <summary>The second sponsor, or the organization that introduced (người giới thiệu thứ hai, tổ chức giới thiệu).</summary>
    public string? SecondSponsor { get; set; }

    /// <summary>The second sponsor's post (chức vụ, đơn vị).</summary>
    public string? SecondSponsorPost { get; set; }
}
