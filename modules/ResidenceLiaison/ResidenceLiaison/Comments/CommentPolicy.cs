using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>
/// What comments of the residence say, and by when (Regulation 213, Article 4; RES-05, RES-10). Regulation 213 gives neither days nor a scale, so all of these are the province's to decide.
/// </summary>
internal sealed record CommentPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.comments";

    /// <inheritdoc />
    public static RuleReference Source => Rules.YearlyComment;

    /// <summary>The last day of a year's round, as month and day; no instrument fixes it.</summary>
    public string YearlyLastDay { get; init; } = "12-15";

    /// <summary>In how many working days the residence answers a request for another purpose; no instrument fixes it.</summary>
    public int RequestWorkingDays { get; init; } = 15;

    /// <summary>In how many working days after the cell's signature the commune committee certifies; no instrument fixes it.</summary>
    public int CertifyWorkingDays { get; init; } = 10;

    /// <summary>In how many working days after that the comment is sent; no instrument fixes it.</summary>
    public int SendWorkingDays { get; init; } = 5;

    /// <summary>In how many working days after it was sent the workplace tells the member; no instrument fixes it.</summary>
    public int TellWorkingDays { get; init; } = 30;

    /// <summary>For how many days after that the member may state an opinion; no instrument fixes it.</summary>
    public int StatementDays { get; init; } = 15;

    /// <summary>In how many working days the cell answers that; no instrument fixes it.</summary>
    public int AnswerWorkingDays { get; init; } = 15;

    /// <summary>How many days before the last day comments come up as due; no instrument fixes it.</summary>
    public int NoticeDays { get; init; } = 45;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 5];

    /// <summary>Whether the commune committee certifies comments before they are sent (form 3-213).</summary>
    public bool CommuneCertifies { get; init; } = true;

    /// <summary>The scale: what the yearly figures of committees tell apart.</summary>
    public IReadOnlyList<CommentLevel> Levels { get; init; } =
    [
        new("COMMENDED", "Biểu dương", "Commended", CommentOutcome.Commended, IsGood: true),
        new("ORDINARY", "Bình thường", "Ordinary", CommentOutcome.Ordinary, IsGood: false),
        new("REMINDED", "Nhắc nhở, phê bình", "Reminded or criticised", CommentOutcome.Warned, IsGood: false),
    ];

    /// <summary>The criteria: the duties of a working member at the residence (Regulation 213, Article 2).</summary>
    public IReadOnlyList<CommentCriterion> Criteria { get; init; } =
    [
        new("EXAMPLE", "Gương mẫu về chính trị, đạo đức, lối sống", "Exemplary in politics, ethics and way of life"),
        new("CITIZEN", "Thực hiện nghĩa vụ công dân, vận động gia đình, nhân dân", "Fulfils citizen duties and moves family and neighbours"),
        new("MEETINGS", "Dự họp, đóng góp ý kiến với chi bộ nơi cư trú", "Attends meetings of the cell and gives opinions"),
        new("PEOPLE", "Dự họp dân, giữ mối liên hệ, phản ánh ý kiến nhân dân", "Attends people's meetings, keeps contact and passes on opinions"),
        new("PROPAGANDA", "Tuyên truyền, vận động nhân dân", "Informs and mobilizes the people"),
    ];

    /// <summary>The level of a code, or null where there is none.</summary>
    public CommentLevel? Find(string code) => Levels.FirstOrDefault(level => level.Code == code);

    /// <summary>The last day of a year's round.</summary>
    public DateOnly LastDayOf(int year)
    {
        var (month, day) = (int.Parse(YearlyLastDay.AsSpan(0, 2)), int.Parse(YearlyLastDay.AsSpan(3, 2)));
        return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
    }
}

/// <summary>A level of the scale of comments.</summary>
/// <param name="Code">How inputs name it.</param>
/// <param name="Vietnamese">What it is called.</param>
/// <param name="English">What it is called in English.</param>
/// <param name="Outcome">What it comes to in statistics.</param>
/// <param name="IsGood">Whether it praises, so that it contradicts somebody's staying away from meetings.</param>
/// <param name="AlignedWith">
/// Beside which of the workplace's ratings it stands, so that the two can be compared; null: by its outcome, commended beside excellent, ordinary beside good, warned beside not completed.
/// </param>
internal sealed record CommentLevel(string Code, string Vietnamese, string English, CommentOutcome Outcome, bool IsGood, WorkplaceRating? AlignedWith = null);

/// <summary>A criterion of comments.</summary>
/// <param name="Code">How inputs name it.</param>
/// <param name="Vietnamese">What it is called.</param>
/// <param name="English">What it is called in English.</param>
internal sealed record CommentCriterion(string Code, string Vietnamese, string English);
