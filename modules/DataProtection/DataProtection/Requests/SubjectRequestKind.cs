namespace Modular.DataProtection.Requests;

/// <summary>What a data subject asks for (PD-08).</summary>
internal enum SubjectRequestKind
{
    /// <summary>To know how their data are processed (quyền được biết).</summary>
    Know,

    /// <summary>To see their data (quyền truy cập, xem).</summary>
    Access,

    /// <summary>To have wrong data corrected (chỉnh sửa).</summary>
    Correct,

    /// <summary>To have data deleted (xóa dữ liệu).</summary>
    Delete,

    /// <summary>To have processing restricted (hạn chế xử lý).</summary>
    Restrict,

    /// <summary>To object to processing (phản đối xử lý).</summary>
    Object,

    /// <summary>To withdraw a consent (rút lại sự đồng ý).</summary>
    WithdrawConsent,

    /// <summary>To be given a copy of their data (cung cấp dữ liệu).</summary>
    ProvideCopy,

    /// <summary>To complain about processing (khiếu nại, tố cáo).</summary>
    Complain,

    /// <summary>To be compensated for damage (yêu cầu bồi thường thiệt hại).</summary>
    ClaimCompensation,
}

/// <summary>How a request came in.</summary>
internal enum SubjectRequestChannel
{
    /// <summary>The data subject filed it themselves (gửi trực tuyến).</summary>
    Online,

    /// <summary>It was handed in on paper and recorded by an officer (nộp trên giấy).</summary>
    Paper,
}
