using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Members.Records;

/// <summary>The single facts of a member sheet. A field that is left out stays; null clears it.</summary>
internal sealed record RecordParticularsInput
{
    private const int ShortLength = 300;
    private const int LongLength = 2000;

    /// <summary>Class origin of the family (thành phần gia đình xuất thân).</summary>
    public Optional<ClassOrigin?> ClassOrigin { get; init; }

    /// <summary>The day of recruitment (ngày tuyển dụng).</summary>
    public Optional<DateOnly?> RecruitedOn { get; init; }

    /// <summary>The agency that recruited (cơ quan tuyển dụng).</summary>
    public Optional<string?> RecruitedBy { get; init; }

    /// <summary>The day of joining the Youth Union (ngày vào Đoàn).</summary>
    public Optional<DateOnly?> YouthUnionJoinedOn { get; init; }

    /// <summary>Other social organizations (các tổ chức xã hội khác).</summary>
    public Optional<string?> SocialOrganizations { get; init; }

    /// <summary>The day of enlistment (ngày nhập ngũ).</summary>
    public Optional<DateOnly?> EnlistedOn { get; init; }

    /// <summary>The day of discharge (ngày xuất ngũ).</summary>
    public Optional<DateOnly?> DischargedOn { get; init; }

    /// <summary>Academic title (học hàm).</summary>
    public Optional<AcademicTitle?> AcademicTitle { get; init; }

    /// <summary>Highest degree with its field (học vị, chuyên ngành).</summary>
    public Optional<string?> HighestDegree { get; init; }

    /// <summary>Foreign languages with their levels (ngoại ngữ).</summary>
    public Optional<string?> ForeignLanguages { get; init; }

    /// <summary>Languages of ethnic groups (tiếng dân tộc).</summary>
    public Optional<string?> EthnicLanguages { get; init; }

    /// <summary>Computing (tin học).</summary>
    public Optional<string?> Computing { get; init; }

    /// <summary>State of health (tình trạng sức khỏe).</summary>
    public Optional<string?> Health { get; init; }

    /// <summary>Class of war invalid (thương binh loại).</summary>
    public Optional<WarInvalidClass?> WarInvalidClass { get; init; }

    /// <summary>Whether the family has a martyr (gia đình liệt sĩ).</summary>
    public Optional<bool?> IsOfMartyrsFamily { get; init; }

    /// <summary>Whether the family has merit for the revolution (gia đình có công với cách mạng).</summary>
    public Optional<bool?> IsOfFamilyWithMerit { get; init; }

    /// <summary>When and where the person was removed from the list or expelled before.</summary>
    public Optional<string?> FormerRemoval { get; init; }

    /// <summary>Sanctions by law (bị xử lý theo pháp luật).</summary>
    public Optional<string?> LegalSanctions { get; init; }

    /// <summary>Work under former regimes (làm việc trong chế độ cũ).</summary>
    public Optional<string?> OldRegimeWork { get; init; }

    /// <summary>The year of which the household's economy is told.</summary>
    public Optional<int?> EconomyYear { get; init; }

    /// <summary>The household's income in that year, in đồng.</summary>
    public Optional<long?> HouseholdIncome { get; init; }

    /// <summary>Income a head in that year, in đồng.</summary>
    public Optional<long?> IncomePerHead { get; init; }

    /// <summary>Housing (nhà ở).</summary>
    public Optional<string?> Housing { get; init; }

    /// <summary>Land (đất ở, đất sản xuất).</summary>
    public Optional<string?> Land { get; init; }

    /// <summary>Economic activity (hoạt động kinh tế).</summary>
    public Optional<string?> EconomicActivity { get; init; }

    /// <summary>Assets of great value (tài sản có giá trị lớn).</summary>
    public Optional<string?> Assets { get; init; }

    /// <summary>Where the sheet was signed (nơi ký).</summary>
    public Optional<string?> SignedAt { get; init; }

    /// <summary>When the sheet was signed (ngày ký).</summary>
    public Optional<DateOnly?> SignedOn { get; init; }

    /// <summary>Writes what is given into a record.</summary>
    public void WriteTo(MemberRecord record)
    {
        record.ClassOrigin = ClassOrigin.Or(record.ClassOrigin);
        record.RecruitedOn = RecruitedOn.Or(record.RecruitedOn);
        record.RecruitedBy = Text(RecruitedBy, record.RecruitedBy);
        record.YouthUnionJoinedOn = YouthUnionJoinedOn.Or(record.YouthUnionJoinedOn);
        record.SocialOrganizations = Text(SocialOrganizations, record.SocialOrganizations);
        record.EnlistedOn = EnlistedOn.Or(record.EnlistedOn);
        record.DischargedOn = DischargedOn.Or(record.DischargedOn);
        record.AcademicTitle = AcademicTitle.Or(record.AcademicTitle);
        record.HighestDegree = Text(HighestDegree, record.HighestDegree);
        record.ForeignLanguages = Text(ForeignLanguages, record.ForeignLanguages);
        record.EthnicLanguages = Text(EthnicLanguages, record.EthnicLanguages);
        record.Computing = Text(Computing, record.Computing);
        record.Health = Text(Health, record.Health);
        record.WarInvalidClass = WarInvalidClass.Or(record.WarInvalidClass);
        record.IsOfMartyrsFamily = IsOfMartyrsFamily.Or(record.IsOfMartyrsFamily);
        record.IsOfFamilyWithMerit = IsOfFamilyWithMerit.Or(record.IsOfFamilyWithMerit);
        record.FormerRemoval = Text(FormerRemoval, record.FormerRemoval);
        record.LegalSanctions = Text(LegalSanctions, record.LegalSanctions);
        record.OldRegimeWork = Text(OldRegimeWork, record.OldRegimeWork);
        record.EconomyYear = EconomyYear.Or(record.EconomyYear);
        record.HouseholdIncome = HouseholdIncome.Or(record.HouseholdIncome);
        record.IncomePerHead = IncomePerHead.Or(record.IncomePerHead);
        record.Housing = Text(Housing, record.Housing);
        record.Land = Text(Land, record.Land);
        record.EconomicActivity = Text(EconomicActivity, record.EconomicActivity);
        record.Assets = Text(Assets, record.Assets);
        record.SignedAt = Text(SignedAt, record.SignedAt);
        record.SignedOn = SignedOn.Or(record.SignedOn);
    }

    /// <summary>What is wrong with what is given, beside a record into which it was written.</summary>
    public IEnumerable<Problem> Check(MemberRecord written, DateOnly birthDate, DateOnly today, string path) =>
    [
        .. EntryRules.CheckDay(RecruitedOn.Value, birthDate, today, $"{path}.recruitedOn"),
        .. EntryRules.CheckDay(YouthUnionJoinedOn.Value, birthDate, today, $"{path}.youthUnionJoinedOn"),
        .. EntryRules.CheckDay(EnlistedOn.Value, birthDate, today, $"{path}.enlistedOn"),
        .. EntryRules.CheckDay(DischargedOn.Value, birthDate, today, $"{path}.dischargedOn"),
        .. EntryRules.CheckDay(SignedOn.Value, birthDate, today, $"{path}.signedOn"),
        .. written.DischargedOn < written.EnlistedOn
            ? (Problem[])[new PeriodEndsBeforeItBegan(written.EnlistedOn.Value, written.DischargedOn.Value) { Field = $"{path}.dischargedOn" }]
            : [],
        .. CheckEconomy(today, path),
        .. Short().SelectMany(text => Wording.CheckLength(text.Value, ShortLength, $"{path}.{text.Field}")),
        .. Long().SelectMany(text => Wording.CheckLength(text.Value, LongLength, $"{path}.{text.Field}")),
    ];

    private IEnumerable<Problem> CheckEconomy(DateOnly today, string path)
    {
        if (EconomyYear.Value is { } year && (year < 1900 || year > today.Year))
            yield return new InvalidInput(new LocalizedText($"Năm kê khai phải từ 1900 đến {today.Year}.", $"The year must lie between 1900 and {today.Year}.")) { Field = $"{path}.economyYear" };
        foreach (var (income, field) in new[] { (HouseholdIncome.Value, "householdIncome"), (IncomePerHead.Value, "incomePerHead") })
        {
            if (income < 0)
                yield return new InvalidInput(new LocalizedText("Thu nhập không được âm.", "Income must not be negative.")) { Field = $"{path}.{field}" };
        }
    }

    private (string? Value, string Field)[] Short() =>
    [
        (RecruitedBy.Value, "recruitedBy"), (HighestDegree.Value, "highestDegree"), (ForeignLanguages.Value, "foreignLanguages"),
        (EthnicLanguages.Value, "ethnicLanguages"), (Computing.Value, "computing"), (Health.Value, "health"), (SignedAt.Value, "signedAt"),
    ];

    private (string? Value, string Field)[] Long() =>
    [
        (SocialOrganizations.Value, "socialOrganizations"), (FormerRemoval.Value, "formerRemoval"), (LegalSanctions.Value, "legalSanctions"),
        (OldRegimeWork.Value, "oldRegimeWork"), (Housing.Value, "housing"), (Land.Value, "land"), (EconomicActivity.Value, "economicActivity"), (Assets.Value, "assets"),
    ];

    private static string? Text(Optional<string?> given, string? current) => Wording.Clean(given.Or(current));
}
