using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Texts;
using Modular.Members.Cards;
using Modular.Members.People;

namespace Modular.Members.Imports;

/// <summary>The columns of a file of members, as the register of members and the member sheet (2-HSĐV) call them.</summary>
internal static class MemberColumns
{
    public static void Define(ImportFormatBuilder format)
    {
        DefinePerson(format);
        DefineEducation(format);
        DefineMembership(format);
        DefineResidence(format);
        RecordColumns.Define(format);
    }

    private static void DefinePerson(ImportFormatBuilder format)
    {
        format.Text("full_name", "Họ và tên", "Full name").Called("Họ tên", "Họ tên đảng viên", "Name").Required().MaximumLength(120)
            .Must(name => PersonRules.CheckName(name, "full_name").FirstOrDefault())
            .Derives("name_key", VietnameseText.SearchKey)
            .Derives("sort_key", VietnameseText.NameSortKey);
        format.Text("birth_name", "Họ và tên khai sinh", "Birth name").Called("Tên khai sinh").MaximumLength(120)
            .Must(name => PersonRules.CheckName(name, "birth_name").FirstOrDefault())
            .Derives("birth_name_key", VietnameseText.SearchKey);
        format.Text("other_names", "Tên gọi khác", "Other names").Called("Bí danh", "Tên khác").MaximumLength(200)
            .Derives("other_names_key", VietnameseText.SearchKey);
        format.Choice("sex", "Giới tính", "Sex").Called("Giới", "Gender").Required()
            .Value("MALE", "Nam", "Male", "M").Value("FEMALE", "Nữ", "Female", "F");
        format.Date("birth_date", "Ngày sinh", "Birth date").Called("Ngày tháng năm sinh", "Sinh ngày", "Năm sinh", "Date of birth").Required()
            .AcceptsYear().InThePast().NotBefore(new DateOnly(1900, 1, 1));
        format.Digits("citizen_id", 12, "Số CCCD", "Citizen ID")
            .Called("CCCD", "Số căn cước công dân", "Số căn cước", "Căn cước công dân", "Số định danh cá nhân").Unique();
        DefineEthnicGroup(format);
        DefineReligion(format);
        format.Text("native_place", "Quê quán", "Native place").MaximumLength(300);
        format.Text("birth_place", "Nơi đăng ký khai sinh", "Birth place").Called("Nơi sinh").MaximumLength(300);
        format.Text("occupation", "Nghề nghiệp", "Occupation").Called("Nghề nghiệp hiện nay").MaximumLength(300);
        format.Text("phone", "Số điện thoại", "Phone").Called("Điện thoại").MaximumLength(30)
            .Must(phone => PersonRules.CheckPhone(phone, "phone").FirstOrDefault())
            .Derives("phone_digits", phone => PersonRules.CleanPhone(phone) ?? "");
        format.Text("email", "Thư điện tử", "Email").Called("E-mail", "Email").MaximumLength(254)
            .Must(email => PersonRules.CheckEmail(email, "email").FirstOrDefault());
    }

    private static void DefineEthnicGroup(ImportFormatBuilder format)
    {
        var column = format.Choice("ethnic_group", "Dân tộc", "Ethnic group").Required();
        foreach (var names in EthnicGroups.All)
            column.Value(EnumText.Of(names.Group), names.VietnameseName, names.Group.ToString(), names.OtherNames);
    }

    /// <summary>The column of religions.</summary>
    public static void DefineReligion(ImportFormatBuilder format) => format.Choice("religion", "Tôn giáo", "Religion")
        .Value("NONE", "Không", "None", "Không có", "Lương")
        .Value("BUDDHISM", "Phật giáo", "Buddhism", "Đạo Phật")
        .Value("CATHOLICISM", "Công giáo", "Catholicism", "Thiên chúa giáo", "Đạo Thiên chúa")
        .Value("PROTESTANTISM", "Tin lành", "Protestantism", "Đạo Tin lành")
        .Value("CAO_DAI", "Cao Đài", "Caodaism", "Đạo Cao Đài")
        .Value("HOA_HAO", "Phật giáo Hòa Hảo", "Hoa Hao Buddhism", "Hòa Hảo")
        .Value("ISLAM", "Hồi giáo", "Islam", "Đạo Hồi", "Bà Ni")
        .Value("BRAHMANISM", "Bà-la-môn", "Brahmanism")
        .Value("BAHAI", "Baha'i", "Bahai")
        .Value("TU_AN_HIEU_NGHIA", "Tứ Ân Hiếu Nghĩa", "Tu An Hieu Nghia")
        .Value("BUU_SON_KY_HUONG", "Bửu Sơn Kỳ Hương", "Buu Son Ky Huong")
        .Value("TINH_DO_CU_SI", "Tịnh độ cư sĩ", "Pure Land", "Tịnh độ cư sĩ Phật hội")
        .Value("MINH_SU", "Minh Sư", "Minh Su")
        .Value("MINH_LY", "Minh Lý", "Minh Ly")
        .Value("OTHER", "Khác", "Other", "Tôn giáo khác");

    /// <summary>The columns of education.</summary>
    public static void DefineEducation(ImportFormatBuilder format)
    {
        format.Choice("general_education", "Giáo dục phổ thông", "General education").Called("Trình độ học vấn", "Văn hóa", "Trình độ văn hóa")
            .Value("LITERATE", "Biết chữ", "Literate", "Biết chữ quốc ngữ")
            .Value("PRIMARY", "Tiểu học", "Primary", "Cấp 1")
            .Value("LOWER_SECONDARY", "Trung học cơ sở", "Lower secondary", "THCS", "Cấp 2", "9/12")
            .Value("UPPER_SECONDARY", "Trung học phổ thông", "Upper secondary", "THPT", "Cấp 3", "12/12", "10/10");
        format.Choice("professional_level", "Trình độ chuyên môn", "Professional level").Called("Chuyên môn", "Học vị")
            .Value("NONE", "Chưa qua đào tạo", "None", "Không")
            .Value("VOCATIONAL", "Sơ cấp", "Vocational", "Công nhân kỹ thuật")
            .Value("INTERMEDIATE", "Trung cấp", "Intermediate")
            .Value("COLLEGE", "Cao đẳng", "College")
            .Value("UNIVERSITY", "Đại học", "University", "Cử nhân", "Kỹ sư", "Bác sĩ")
            .Value("MASTER", "Thạc sĩ", "Master")
            .Value("DOCTOR", "Tiến sĩ", "Doctor", "Tiến sĩ khoa học");
        format.Choice("political_theory", "Lý luận chính trị", "Political theory").Called("Trình độ lý luận chính trị", "LLCT")
            .Value("NONE", "Chưa qua đào tạo", "None", "Không")
            .Value("BASIC", "Sơ cấp", "Basic")
            .Value("INTERMEDIATE", "Trung cấp", "Intermediate")
            .Value("ADVANCED", "Cao cấp", "Advanced", "Cử nhân");
    }

    private static void DefineMembership(ImportFormatBuilder format)
    {
        format.Text("cell_code", "Mã chi bộ", "Cell code").Called("Mã tổ chức", "Mã tổ chức đảng", "Organization code").Required().MaximumLength(40);
        format.Date("since", "Ngày về chi bộ", "In the cell since").Called("Ngày chuyển đến", "Ngày sinh hoạt tại chi bộ").InThePast();
        format.Choice("status", "Tình trạng", "Status").Called("Tình trạng đảng tịch", "Loại đảng viên")
            .Value("OFFICIAL", "Chính thức", "Official", "Đảng viên chính thức", "ĐVCT")
            .Value("PROBATIONARY", "Dự bị", "Probationary", "Đảng viên dự bị", "ĐVDB")
            .Value("APPLICANT", "Xin vào Đảng", "Applicant", "Người xin vào Đảng")
            .Value("SYMPATHIZER", "Quần chúng ưu tú", "Sympathizer", "Cảm tình Đảng", "Cảm tình");
        DefineLeaving(format);
        format.Text("admission_decision_number", "Số quyết định kết nạp", "Admission decision number").MaximumLength(100);
        format.Date("admission_decided_on", "Ngày quyết định kết nạp", "Admission decided on").InThePast();
        format.Date("joined_on", "Ngày vào Đảng", "Joined on").Called("Ngày kết nạp", "Ngày vào", "Ngày kết nạp Đảng").InThePast();
        format.Date("official_on", "Ngày chính thức", "Official on").Called("Ngày công nhận chính thức", "Ngày CT").InThePast();
        format.Text("official_on_reason", "Lý do ngày chính thức khác", "Reason of the official date").MaximumLength(300);
        format.Text("recognition_decision_number", "Số quyết định công nhận", "Recognition decision number").MaximumLength(100);
        format.Date("recognition_decided_on", "Ngày quyết định công nhận", "Recognition decided on").InThePast();
        format.Date("party_age_from", "Tuổi Đảng tính từ ngày", "Party age counts from").InThePast();
        format.Text("party_age_reason", "Lý do tính tuổi Đảng", "Reason of the Party age").MaximumLength(300);
        format.Digits("card_number", 8, "Số thẻ đảng viên", "Card number").Called("Số thẻ", "Số TĐV", "Số thẻ Đảng").Unique();
        format.Date("card_issued_on", "Ngày phát thẻ", "Card issued on").Called("Ngày cấp thẻ").InThePast();
        format.Text("cv_number", "Số lý lịch", "CV number").Called("Số lý lịch đảng viên", "Số LL").MaximumLength(20)
            .Must(number => NumberRules.CheckCv(NumberRules.CleanCvNumber(number), "cv_number").FirstOrDefault())
            .Derives("cv_key", number => NumberRules.CleanCvNumber(number) ?? "");
    }

    private static void DefineLeaving(ImportFormatBuilder format)
    {
        format.Choice("left_as", "Hình thức ra khỏi Đảng", "Left the Party as").Called("Ra khỏi Đảng")
            .Value("EXPELLED", "Khai trừ", "Expelled", "Bị khai trừ")
            .Value("NAME_REMOVED", "Xóa tên", "Name removed", "Xóa tên trong danh sách đảng viên")
            .Value("LEFT_ON_REQUEST", "Xin ra khỏi Đảng", "Left on request", "Xin ra", "Cho ra khỏi Đảng")
            .Value("DECEASED", "Từ trần", "Deceased", "Đã từ trần");
        format.Date("left_on", "Ngày ra khỏi Đảng", "Left on").Called("Ngày từ trần").InThePast();
        format.Text("leaving_decision_number", "Số quyết định ra khỏi Đảng", "Leaving decision number").MaximumLength(100);
        format.Date("leaving_decided_on", "Ngày quyết định ra khỏi Đảng", "Leaving decided on").InThePast();
        format.Text("leaving_decided_by", "Cơ quan quyết định ra khỏi Đảng", "Leaving decided by").MaximumLength(300);
    }

    private static void DefineResidence(ImportFormatBuilder format)
    {
        format.Text("permanent_residence", "Nơi thường trú", "Permanent residence").Called("Hộ khẩu thường trú", "Thường trú").MaximumLength(500);
        format.Text("temporary_residence", "Nơi tạm trú", "Temporary residence").Called("Tạm trú", "Nơi ở hiện nay").MaximumLength(500);
        format.Date("residence_since", "Cư trú từ ngày", "Resident since").InThePast();
        format.Text("residence_hamlet", "Thôn, tổ dân phố nơi cư trú", "Hamlet of residence").Called("Thôn, tổ dân phố").MaximumLength(200);
        format.Digits("residence_commune_code", 5, "Mã xã nơi cư trú", "Commune code of residence").Called("Mã đơn vị hành chính cấp xã");
    }
}
