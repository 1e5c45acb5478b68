using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Members.People;

namespace Modular.Members.Editing;

/// <summary>What is to be changed about a person. A field that is left out stays; null clears a field that may be empty.</summary>
internal record PersonChangesInput
{
    /// <summary>Full name (họ và tên). A correction.</summary>
    public Optional<string> FullName { get; init; }

    /// <summary>Name at birth (họ và tên khai sinh). A correction.</summary>
    public Optional<string?> BirthName { get; init; }

    /// <summary>Other names, aliases (tên gọi khác, bí danh).</summary>
    public Optional<string?> OtherNames { get; init; }

    /// <summary>Sex (giới tính). A correction.</summary>
    public Optional<Sex> Sex { get; init; }

    /// <summary>Birth date (ngày sinh). A correction.</summary>
    public Optional<DateOnly> BirthDate { get; init; }

    /// <summary>How exactly the birth date is known. A correction.</summary>
    public Optional<DatePrecision> BirthDatePrecision { get; init; }

    /// <summary>Citizen identity number (số căn cước công dân). A correction, unless none is recorded yet.</summary>
    public Optional<string?> CitizenId { get; init; }

    /// <summary>Ethnic group (dân tộc). A correction.</summary>
    public Optional<EthnicGroup> EthnicGroup { get; init; }

    /// <summary>Religion (tôn giáo).</summary>
    public Optional<Religion?> Religion { get; init; }

    /// <summary>Native place (quê quán).</summary>
    public Optional<string?> NativePlace { get; init; }

    /// <summary>Place of birth registration (nơi đăng ký khai sinh).</summary>
    public Optional<string?> BirthPlace { get; init; }

    /// <summary>Present occupation (nghề nghiệp hiện nay).</summary>
    public Optional<string?> Occupation { get; init; }

    /// <summary>General education (giáo dục phổ thông).</summary>
    public Optional<GeneralEducation?> GeneralEducation { get; init; }

    /// <summary>Highest professional qualification (trình độ chuyên môn).</summary>
    public Optional<ProfessionalLevel?> ProfessionalLevel { get; init; }

    /// <summary>Political theory (lý luận chính trị).</summary>
    public Optional<PoliticalTheory?> PoliticalTheory { get; init; }

    /// <summary>
    /// The day since which the changed occupation and education hold: today where it is left out; null where what stood there was wrong, so that statistics of past days no longer
    /// count by it either. What was missing never counted as anything else.
    /// </summary>
    public Optional<DateOnly?> QualifiedSince { get; init; }

    /// <summary>Phone number (số điện thoại).</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>E-mail address (thư điện tử).</summary>
    public Optional<string?> Email { get; init; }
}

/// <summary>What is to be changed about a member. A field that is left out stays; null clears a field that may be empty.</summary>
internal record MemberChangeInput : PersonChangesInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}
