namespace Modular.Members.Quality;

/// <summary>What can be wrong with the record of a member (chất lượng dữ liệu hồ sơ): it is to be valid, complete, unique and current.</summary>
internal enum QualityFinding
{
    /// <summary>Complete: no citizen identity number (thiếu số căn cước), MEM-09.</summary>
    CitizenIdIsMissing,

    /// <summary>Valid: century, sex or year in the citizen identity number are others than the record's.</summary>
    CitizenIdDoesNotFit,

    /// <summary>Valid: birth, admission decision, joining and official date do not follow each other as they must (ADM-01, ADM-16, ADM-20).</summary>
    DatesAreOutOfOrder,

    /// <summary>Unique: somebody else has the same name and birth date, and nobody has told them apart.</summary>
    MayBeRegisteredTwice,

    /// <summary>Complete: an official member without a Party card (chưa có thẻ), MEM-12.</summary>
    CardIsMissing,

    /// <summary>Complete: no CV number (chưa có số lý lịch), MEM-10.</summary>
    CvNumberIsMissing,

    /// <summary>Complete: no native place (quê quán).</summary>
    NativePlaceIsMissing,

    /// <summary>Complete: no religion, not even "none" (tôn giáo).</summary>
    ReligionIsMissing,

    /// <summary>Complete: no present occupation (nghề nghiệp).</summary>
    OccupationIsMissing,

    /// <summary>Complete: general, professional or political education is not recorded (trình độ).</summary>
    EducationIsMissing,

    /// <summary>Complete: no phone number (điện thoại).</summary>
    PhoneIsMissing,

    /// <summary>Complete: no permanent residence (nơi thường trú).</summary>
    ResidenceIsMissing,

    /// <summary>Complete: who introduced the member is not recorded (người giới thiệu).</summary>
    SponsorsAreMissing,

    /// <summary>Complete: no work history (quá trình công tác).</summary>
    CareerIsMissing,

    /// <summary>Complete: nobody of the family is recorded (hoàn cảnh gia đình).</summary>
    FamilyIsMissing,

    /// <summary>Current: the probation should have ended with a decision long ago (quá hạn dự bị), ADM-22.</summary>
    ProbationIsOverdue,

    /// <summary>Current: the temporary residence in force is older than registrations last (tạm trú quá hạn).</summary>
    TemporaryResidenceHasExpired,

    /// <summary>Current: the supplement slip of last year is not in (thiếu phiếu bổ sung), MEM-03.</summary>
    SlipIsMissing,
}

/// <summary>What a record is held against.</summary>
internal enum QualityAspect
{
    /// <summary>What is recorded can be right (đúng).</summary>
    Valid,

    /// <summary>What has to be recorded is there (đủ).</summary>
    Complete,

    /// <summary>A person is recorded once (sạch, không trùng).</summary>
    Unique,

    /// <summary>What is recorded is of today (sống).</summary>
    Current,
}
