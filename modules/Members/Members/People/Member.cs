using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Provinces;
using Modular.Kernel.Texts;
using Modular.Members.Contracts;
using Modular.Members.Memberships;

namespace Modular.Members.People;

/// <summary>
/// A person in the register: a member, an applicant or a sympathizer. The person's facts stand here; what changes over time
/// is kept as dated facts (statuses, assignments, cards …), and the row repeats those in force so that lists read one table.
/// </summary>
internal sealed class Member : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier, which never changes, whatever happens to cell, name or numbers (MEM-09).</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Full name (họ và tên).</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Name at birth (họ và tên khai sinh), where it is another.</summary>
    public string? BirthName { get; private set; }

    /// <summary>Other names, aliases (tên gọi khác, bí danh).</summary>
    public string? OtherNames { get; private set; }

    /// <summary>What a search finds: all names without diacritics, and the card and CV numbers in force.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>The full name without diacritics, by which persons are compared; the database makes it.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The order of Vietnamese lists: given name, family name, middle names.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Sex (giới tính).</summary>
    public Sex Sex { get; set; }

    /// <summary>Birth date (ngày sinh); the first day of the month or year where only that is known.</summary>
    public DateOnly BirthDate { get; private set; }

    /// <summary>How exactly the birth date is known.</summary>
    public DatePrecision BirthDatePrecision { get; private set; }

    /// <summary>Citizen identity number (số căn cước công dân), 12 digits.</summary>
    public string? CitizenId { get; set; }

    /// <summary>Ethnic group (dân tộc).</summary>
    public EthnicGroup EthnicGroup { get; set; }

    /// <summary>Religion (tôn giáo); null where it is not recorded.</summary>
    public Religion? Religion { get; set; }

    /// <summary>Native place (quê quán).</summary>
    public string? NativePlace { get; set; }

    /// <summary>Place of birth registration (nơi đăng ký khai sinh).</summary>
    public string? BirthPlace { get; set; }

    /// <summary>Present occupation (nghề nghiệp hiện nay).</summary>
    public string? Occupation { get; set; }

    /// <summary>General education (giáo dục phổ thông).</summary>
    public GeneralEducation? GeneralEducation { get; set; }

    /// <summary>Highest professional qualification (trình độ chuyên môn).</summary>
    public ProfessionalLevel? ProfessionalLevel { get; set; }

    /// <summary>Political theory (lý luận chính trị).</summary>
    public PoliticalTheory? PoliticalTheory { get; set; }

    /// <summary>Phone number (số điện thoại).</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail address (thư điện tử).</summary>
    public string? Email { get; set; }

    /// <summary>Where the person stands today.</summary>
    public MembershipStatus Status { get; private set; }

    /// <summary>The first day of that status.</summary>
    public DateOnly StatusSince { get; private set; }

    /// <summary>The cell (chi bộ) to which the person belongs, or belonged last.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The date of the admission decision (ngày quyết định kết nạp) of the present membership.</summary>
    public DateOnly? AdmissionDecidedOn { get; private set; }

    /// <summary>The date of joining on the card (ngày vào Đảng): the admission ceremony.</summary>
    public DateOnly? JoinedOn { get; private set; }

    /// <summary>The official date (ngày chính thức).</summary>
    public DateOnly? OfficialOn { get; private set; }

    /// <summary>The day from which Party age (tuổi đảng) counts; null unless the person is or was an official member.</summary>
    public DateOnly? PartyAgeFrom { get; private set; }

    /// <summary>The first day on which the person was no member any more; null while they are.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The number of the card in force (số thẻ đảng viên), 8 digits.</summary>
    public string? CardNumber { get; private set; }

    /// <summary>The CV number in force (số lý lịch), 6 digits and 2 or 3 letters.</summary>
    public string? CvNumber { get; private set; }

    /// <summary>Gives the person names; the keys to search and sort by follow.</summary>
    public void Name(string fullName, string? birthName, string? otherNames)
    {
        FullName = VietnameseText.Clean(fullName);
        BirthName = Wording.Clean(birthName);
        OtherNames = Wording.Clean(otherNames);
        SortKey = VietnameseText.NameSortKey(FullName);
        RefreshSearchKey();
    }

    /// <summary>Records when the person was born.</summary>
    public void WasBorn(DateOnly day, DatePrecision precision)
    {
        BirthDate = day;
        BirthDatePrecision = precision;
    }

    /// <summary>Repeats the status in force.</summary>
    public void Stand(MembershipStatus status, DateOnly since)
    {
        Status = status;
        StatusSince = since;
        LeftOn = status.IsFinal() ? since : null;
    }

    /// <summary>Repeats the cell in force.</summary>
    public void BelongTo(Guid organizationId) => OrganizationId = organizationId;

    /// <summary>Repeats the dates of the present membership.</summary>
    public void Show(Membership membership)
    {
        AdmissionDecidedOn = membership.AdmissionDecidedOn;
        JoinedOn = membership.CeremonyOn;
        OfficialOn = membership.OfficialOn;
        PartyAgeFrom = membership.CountsFrom;
    }

    /// <summary>Repeats the numbers in force.</summary>
    public void Carry(string? cardNumber, string? cvNumber)
    {
        CardNumber = cardNumber;
        CvNumber = cvNumber;
        RefreshSearchKey();
    }

    private void RefreshSearchKey() =>
        SearchKey = VietnameseText.SearchKey($"{FullName} {BirthName} {OtherNames} {CardNumber} {CvNumber}");
}
