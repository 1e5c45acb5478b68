namespace Modular.ResidenceLiaison.Contracts;

/// <summary>For what the workplace asks the residence for a comment (mục đích xin ý kiến nơi cư trú), RES-06.</summary>
public enum ResidenceCommentPurpose
{
    /// <summary>The yearly rating of the member (đánh giá, xếp loại hằng năm), RES-05.</summary>
    YearlyRating,

    /// <summary>Candidacy in an election (bầu cử, ứng cử).</summary>
    Election,

    /// <summary>Appointment (bổ nhiệm).</summary>
    Appointment,

    /// <summary>Re-appointment (bổ nhiệm lại).</summary>
    Reappointment,

    /// <summary>Promotion (đề bạt).</summary>
    Promotion,

    /// <summary>Transfer of a cadre (điều động).</summary>
    Transfer,

    /// <summary>Rotation of a cadre (luân chuyển).</summary>
    Rotation,

    /// <summary>A comment on a cadre (nhận xét cán bộ).</summary>
    CadreReview,

    /// <summary>Recognition as an official member (công nhận đảng viên chính thức).</summary>
    OfficialRecognition,

    /// <summary>A reward, when it is needed (khen thưởng).</summary>
    Reward,

    /// <summary>Discipline, when it is needed (kỷ luật).</summary>
    Discipline,
}
