using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Documents;

/// <summary>
/// How the papers of residence liaison read: the successor of Regulation 213 is a row of <c>kernel.policies</c> from its first day on, and papers of the days before stay as they were. Form 1-213 as far as
/// its parts are known; what no instrument at hand gives word for word is the province's to set.
/// </summary>
internal sealed record LiaisonFormPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.forms";

    /// <inheritdoc />
    public static RuleReference Source => Rules.LiaisonBook;

    /// <summary>The instrument that papers cite.</summary>
    public string Instrument { get; init; } = "Quy định số 213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị";

    /// <summary>The number of the letter's form.</summary>
    public string LetterForm { get; init; } = "Mẫu 1-213";

    /// <summary>What the letter is called.</summary>
    public string LetterTitle { get; init; } = "GIẤY GIỚI THIỆU ĐẢNG VIÊN VỀ NƠI CƯ TRÚ";

    /// <summary>What stands behind the letter's number.</summary>
    public string LetterNumberSuffix { get; init; } = "GGT/ĐU";

    /// <summary>What the sending committee asks for.</summary>
    public string LetterRequest { get; init; } =
        "Giới thiệu đảng viên có tên sau đây về giữ mối liên hệ với tổ chức đảng và Nhân dân nơi cư trú. Đề nghị cấp ủy nơi cư trú tiếp nhận, giới thiệu về chi bộ và tạo điều kiện để đảng viên thực hiện nhiệm vụ.";

    /// <summary>What stands on the letter of whoever is introduced but exempt (Guidance 33-HD/BTCTW).</summary>
    public string ExemptLine { get; init; } = "Đảng viên được miễn sinh hoạt nơi cư trú.";

    /// <summary>The number of the comment's form.</summary>
    public string CommentForm { get; init; } = "Mẫu 3-213";

    /// <summary>What the comment of the residence is called.</summary>
    public string CommentTitle { get; init; } = "PHIẾU NHẬN XÉT ĐẢNG VIÊN ĐANG CÔNG TÁC GIỮ MỐI LIÊN HỆ NƠI CƯ TRÚ";

    /// <summary>What the parts of a commune are called (thôn, ấp, bản, khu phố, tổ dân phố).</summary>
    public string HamletName { get; init; } = "Thôn, ấp, tổ dân phố";

    /// <summary>Whether the liaison book is printed (RES-16).</summary>
    public bool PrintsLiaisonBook { get; init; } = true;

    /// <summary>How many years a liaison book holds: a term (RES-16).</summary>
    public int BookYears { get; init; } = 5;

    /// <summary>Where the procedure is on the National Public Service Portal (RES-17); null where it is not there.</summary>
    public string? PortalAddress { get; init; }
}
