using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Results;

namespace Modular.Members.People;

/// <summary>The person as the member sheet (2-HSĐV) describes them.</summary>
internal sealed record MemberPersonInput
{
    /// <summary>Full name (họ và tên).</summary>
    public required string FullName { get; init; }

    /// <summary>Name at birth (họ và tên khai sinh), where it is another.</summary>
    public string? BirthName { get; init; }

    /// <summary>Other names, aliases (tên gọi khác, bí danh).</summary>
    public string? OtherNames { get; init; }

    /// <summary>Sex (giới tính).</summary>
    public required Sex Sex { get; init; }

    /// <summary>Birth date (ngày sinh); the first day of the month or year where only that is known.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>How exactly the birth date is known; to the day where left out.</summary>
    public DatePrecision? BirthDatePrecision { get; init; }

    /// <summary>Citizen identity number (số căn cước công dân), 12 digits.</summary>
    public string? CitizenId { get; init; }

    /// <summary>Ethnic group (dân tộc).</summary>
    public required EthnicGroup EthnicGroup { get; init; }

    /// <summary>Religion (tôn giáo).</summary>
    public Religion? Religion { get; init; }

    /// <summary>Native place (quê quán).</summary>
    public string? NativePlace { get; init; }

    /// <summary>Place of birth registration (nơi đăng ký khai sinh).</summary>
    public string? BirthPlace { get; init; }

    /// <summary>Present occupation (nghề nghiệp hiện nay).</summary>
    public string? Occupation { get; init; }

    /// <summary>General education (giáo dục phổ thông).</summary>
    public GeneralEducation? GeneralEducation { get; init; }

    /// <summary>Highest professional qualification (trình độ chuyên môn).</summary>
    public ProfessionalLevel? ProfessionalLevel { get; init; }

    /// <summary>Political theory (lý luận chính trị).</summary>
    public PoliticalTheory? PoliticalTheory { get; init; }

    /// <summary>Phone number (số điện thoại).</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address (thư điện tử).</summary>
    public string? Email { get; init; }

    /// <summary>What is wrong with the person's facts.</summary>
    public IEnumerable<Problem> Check(DateOnly today, string path) =>
    [
        .. PersonRules.CheckName(FullName, $"{path}.fullName"),
        .. BirthName is null ? [] : PersonRules.CheckName(BirthName, $"{path}.birthName"),
        .. Wording.CheckLength(OtherNames, 200, $"{path}.otherNames"),
        .. PersonRules.CheckBirthDate(BirthDate, today, $"{path}.birthDate"),
        .. PersonRules.CheckCitizenId(CitizenId, $"{path}.citizenId"),
        .. PersonRules.CheckPhone(Phone, $"{path}.phone"),
        .. PersonRules.CheckEmail(Email, $"{path}.email"),
        .. Wording.CheckLength(NativePlace, 300, $"{path}.nativePlace"),
        .. Wording.CheckLength(BirthPlace, 300, $"{path}.birthPlace"),
        .. Wording.CheckLength(Occupation, 300, $"{path}.occupation"),
    ];

    /// <summary>The person as a new row of the register.</summary>
    public Member ToMember(Guid id)
    {
        var member = new Member
        {
            Id = id,
            Sex = Sex,
            CitizenId = Wording.Clean(CitizenId),
            EthnicGroup = EthnicGroup,
            Religion = Religion,
            NativePlace = Wording.Clean(NativePlace),
            BirthPlace = Wording.Clean(BirthPlace),
            Occupation = Wording.Clean(Occupation),
            GeneralEducation = GeneralEducation,
            ProfessionalLevel = ProfessionalLevel,
            PoliticalTheory = PoliticalTheory,
            Phone = PersonRules.CleanPhone(Phone),
            Email = Wording.Clean(Email),
        };
        member.Name(FullName, BirthName, OtherNames);
        member.WasBorn(BirthDate, BirthDatePrecision ?? DatePrecision.Day);
        return member;
    }
}
