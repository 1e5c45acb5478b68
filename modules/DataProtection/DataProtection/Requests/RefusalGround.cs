namespace Modular.DataProtection.Requests;

/// <summary>On which ground a request is refused. A refusal says in words what the ground is in this case.</summary>
internal enum RefusalGround
{
    /// <summary>A law or Party regulation requires that the data are kept or processed (pháp luật, quy định của Đảng yêu cầu lưu giữ, xử lý).</summary>
    LawRequiresKeeping,

    /// <summary>It is not proven that the requester is the data subject (chưa chứng minh được là chủ thể dữ liệu).</summary>
    IdentityNotProven,

    /// <summary>It would harm rights of others (ảnh hưởng quyền, lợi ích hợp pháp của người khác).</summary>
    HarmsOthers,

    /// <summary>It touches a state secret, defence or security (bí mật nhà nước, quốc phòng, an ninh).</summary>
    StateSecret,

    /// <summary>The same was asked for and decided before, and nothing has changed (đã giải quyết, không có tình tiết mới).</summary>
    Repeated,

    /// <summary>The data are not kept here (không lưu giữ dữ liệu này).</summary>
    NotOurData,
}
