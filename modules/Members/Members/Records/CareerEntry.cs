namespace Modular.Members.Records;

/// <summary>A line of the work history (tóm tắt quá trình hoạt động và công tác), item 21. Posts held at one time stand in one line, as on the sheet.</summary>
internal sealed class CareerEntry : RecordEntry, IExclusivePeriod
{
    /// <summary>The first day; of the month where only that is known (từ tháng năm).</summary>
    public DateOnly BeganOn { get; set; }

    /// <summary>The last day; null while it goes on (đến tháng năm).</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>What was done, where, in which posts of Party, State and mass organizations (làm việc gì, ở đâu, chức vụ).</summary>
    public string Work { get; set; } = "";
}

/// <summary>A course of training (đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ), item 22.</summary>
internal sealed class TrainingEntry : RecordEntry
{
    /// <summary>What about.</summary>
    public TrainingKind Kind { get; set; }

    /// <summary>The school (tên trường).</summary>
    public string School { get; set; } = "";

    /// <summary>The field of study, or the course (ngành học, tên lớp học).</summary>
    public string Subject { get; set; } = "";

    /// <summary>The first day; of the month where only that is known.</summary>
    public DateOnly BeganOn { get; set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>The form of study (hình thức học).</summary>
    public StudyForm Form { get; set; }

    /// <summary>The degree or certificate (văn bằng, chứng chỉ).</summary>
    public string? Certificate { get; set; }
}

/// <summary>What a course is about.</summary>
internal enum TrainingKind
{
    /// <summary>The profession (chuyên môn, nghiệp vụ).</summary>
    Professional,

    /// <summary>Political theory (lý luận chính trị).</summary>
    PoliticalTheory,

    /// <summary>Foreign languages (ngoại ngữ).</summary>
    Language,

    /// <summary>Computing, science and technology (tin học, khoa học công nghệ).</summary>
    Technology,

    /// <summary>State management (quản lý nhà nước).</summary>
    StateManagement,

    /// <summary>Defence and security (quốc phòng, an ninh).</summary>
    Defence,

    /// <summary>Another matter (khác).</summary>
    Other,
}

/// <summary>The form of study (hình thức học).</summary>
internal enum StudyForm
{
    /// <summary>Full time (chính quy, tập trung).</summary>
    FullTime,

    /// <summary>Beside the work (vừa làm vừa học, tại chức).</summary>
    PartTime,

    /// <summary>Distance learning, self-study (từ xa, tự học).</summary>
    Distance,

    /// <summary>A course of further training (bồi dưỡng).</summary>
    ShortCourse,
}

/// <summary>A reward or honour of the State (khen thưởng, danh hiệu được phong), items 23 and 25, from certificates of merit (bằng khen) on. Praise by the Party stands in the register.</summary>
internal sealed class HonourEntry : RecordEntry
{
    /// <summary>Which it is.</summary>
    public HonourKind Kind { get; set; }

    /// <summary>Its name (hình thức khen thưởng, danh hiệu).</summary>
    public string Title { get; set; } = "";

    /// <summary>The day of the decision.</summary>
    public DateOnly AwardedOn { get; set; }

    /// <summary>Who awarded it (cấp quyết định).</summary>
    public string? AwardedBy { get; set; }

    /// <summary>Number and symbol of the decision.</summary>
    public string? DecisionNumber { get; set; }
}

/// <summary>Rewards and honours.</summary>
internal enum HonourKind
{
    /// <summary>A medal, order or certificate (huân, huy chương, bằng khen), item 23.</summary>
    Reward,

    /// <summary>A title such as hero, people's teacher, people's artist (danh hiệu anh hùng, nhà giáo nhân dân …), item 25.</summary>
    Honour,
}
