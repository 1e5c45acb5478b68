using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Texts;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Imports;

/// <summary>The columns of a file of organizations.</summary>
internal static class OrganizationColumns
{
    public static void Define(ImportFormatBuilder format)
    {
        format.Text("code", "Mã tổ chức đảng", "Organization code").Called("Mã TCĐ", "Mã tổ chức", "Code").Required().Unique()
            .Derives("code_key", CodeText.Upper).Derives("code_search", VietnameseText.SearchKey)
            .Must(code => CodeText.TryStore(CodeScheme.Internal, code, null, out _) ? null : new CodeIsMalformed());
        format.Text("grouped_code", "Mã theo 208-QĐ/TW", "Code under 208-QĐ/TW").Called("Mã 208", "Code 208").Unique()
            .Derives("grouped_key", CodeText.Grouped).Derives("grouped_search", code => VietnameseText.SearchKey(CodeText.Grouped(code)))
            .Must(code => GroupedCode.TryParse(CodeText.Upper(code), out _) ? null : new CodeIsMalformed());
        format.Text("name", "Tên tổ chức đảng", "Name").Called("Tên tổ chức", "Tên gọi", "Tên").Required().MaximumLength(300)
            .Derives("name_search", VietnameseText.SearchKey).Derives("sort_key", VietnameseText.SortKey);
        format.Text("short_name", "Tên viết tắt", "Short name").MaximumLength(300).Derives("short_search", VietnameseText.SearchKey);
        DefineKinds(format);
        format.Text("parent_code", "Mã cấp trên trực tiếp", "Parent code").Called("Mã cấp trên", "Mã tổ chức cấp trên", "Superior code")
            .Derives("parent_key", CodeText.Upper).Derives("parent_grouped", CodeText.Grouped);
        DefineUnit(format);
        format.Date("founded_on", "Ngày thành lập", "Founded on").Called("Năm thành lập", "Founding date").Required().AcceptsYear().InThePast();
        format.Text("decision_number", "Số quyết định thành lập", "Decision number").Called("Số quyết định").MaximumLength(100);
        format.Date("decided_on", "Ngày quyết định", "Decision date").InThePast();
        format.Text("authority", "Cơ quan ban hành", "Decision authority").Called("Cơ quan ra quyết định", "Authority").MaximumLength(300);
        format.Text("address", "Địa chỉ trụ sở", "Address").Called("Địa chỉ", "Trụ sở").MaximumLength(500);
        format.Text("phone", "Số điện thoại", "Phone").Called("Điện thoại").MaximumLength(40);
        format.Text("email", "Thư điện tử", "E-mail").Called("Email").MaximumLength(254);
        format.YesNo("may_admit", "Được ủy quyền kết nạp", "May admit");
        format.YesNo("may_expel", "Được ủy quyền khai trừ", "May expel");
        format.YesNo("has_superior_powers", "Được giao quyền cấp trên cơ sở", "Has superior powers");
    }

    private static void DefineKinds(ImportFormatBuilder format)
    {
        format.Choice("kind", "Loại hình tổ chức", "Kind").Called("Loại hình", "Loại hình tổ chức đảng").Required()
            .Value(OrganizationKinds.Provincial, "Đảng bộ tỉnh", "Provincial Party organization", "Đảng bộ thành phố trực thuộc Trung ương", "Tỉnh ủy")
            .Value(OrganizationKinds.DirectSuperior, "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng", "Directly superior committee", "Đảng bộ cấp trên cơ sở", "Đảng bộ cấp trên trực tiếp cơ sở")
            .Value(OrganizationKinds.GrassrootsCommittee, "Đảng bộ cơ sở", "Grassroots committee")
            .Value(OrganizationKinds.GrassrootsCell, "Chi bộ cơ sở", "Grassroots cell")
            .Value(OrganizationKinds.SectionalCommittee, "Đảng bộ bộ phận", "Sectional committee")
            .Value(OrganizationKinds.AffiliatedCommittee, "Đảng bộ trực thuộc cơ sở", "Affiliated committee", "Đảng bộ trực thuộc đảng ủy cơ sở")
            .Value(OrganizationKinds.Cell, "Chi bộ trực thuộc", "Cell", "Chi bộ", "Chi bộ trực thuộc đảng ủy cơ sở")
            .Value(OrganizationKinds.TemporaryCell, "Chi bộ sinh hoạt tạm thời", "Temporary cell", "Chi bộ tạm thời")
            .Value(OrganizationKinds.OverseasTemporaryCell, "Chi bộ sinh hoạt tạm thời ở ngoài nước", "Overseas temporary cell")
            .Value(OrganizationKinds.PartyGroup, "Tổ đảng", "Party group");
        format.Choice("subkind", "Phân loại cấp trên trực tiếp", "Subkind").Called("Phân loại")
            .Value("DISTRICT", "Huyện ủy", "District", "Quận ủy", "Huyện", "Quận")
            .Value("TOWN", "Thị ủy", "Town", "Thị xã")
            .Value("PROVINCIAL_CITY", "Thành ủy thành phố thuộc tỉnh", "Provincial city", "Thành ủy", "Thành phố")
            .Value("BLOC", "Đảng ủy khối", "Bloc", "Khối")
            .Value("PROVINCIAL_PARTY_AGENCIES", "Đảng ủy các cơ quan Đảng tỉnh", "Provincial Party agencies")
            .Value("PROVINCIAL_GOVERNMENT", "Đảng ủy Ủy ban nhân dân tỉnh", "Provincial government", "Đảng ủy UBND tỉnh")
            .Value("MILITARY", "Đảng ủy Quân sự", "Military", "Quân sự")
            .Value("POLICE", "Đảng ủy Công an", "Police", "Công an")
            .Value("BORDER", "Đảng ủy Bộ đội Biên phòng", "Border guard", "Biên phòng")
            .Value("COMMUNE_SUPERIOR", "Đảng ủy xã, phường, đặc khu", "Commune as direct superior");
    }

    private static void DefineUnit(ImportFormatBuilder format)
    {
        format.Choice("field_type", "Loại hình đơn vị", "Field type").Called("Lĩnh vực")
            .Value("COMMUNE", "Xã", "Commune")
            .Value("WARD", "Phường", "Ward")
            .Value("TOWNSHIP", "Thị trấn", "Township")
            .Value("SPECIAL_ZONE", "Đặc khu", "Special zone")
            .Value("RESIDENTIAL_AREA", "Thôn, tổ dân phố", "Hamlet or residential group", "Thôn", "Xóm", "Ấp", "Tổ dân phố", "Khu phố", "Khu dân cư")
            .Value("AGENCY", "Cơ quan", "Agency")
            .Value("PUBLIC_SERVICE_UNIT", "Đơn vị sự nghiệp", "Public service unit", "Đơn vị sự nghiệp công lập")
            .Value("STATE_ENTERPRISE", "Doanh nghiệp nhà nước", "State enterprise")
            .Value("PRIVATE_ENTERPRISE", "Doanh nghiệp ngoài nhà nước", "Private or foreign-invested enterprise", "Doanh nghiệp tư nhân", "Doanh nghiệp FDI")
            .Value("COOPERATIVE", "Hợp tác xã", "Cooperative")
            .Value("SCHOOL", "Trường học", "School")
            .Value("ARMED_FORCES", "Lực lượng vũ trang", "Armed forces")
            .Value("OVERSEAS", "Ngoài nước", "Overseas");
        format.Choice("host_legal_status", "Tư cách pháp nhân của đơn vị", "Legal status of the host unit").Called("Tư cách pháp nhân")
            .Value("LEGAL_PERSON", "Đơn vị cơ sở có tư cách pháp nhân", "Legal person", "Có tư cách pháp nhân", "Có")
            .Value("DEPENDENT_UNIT", "Đơn vị phụ thuộc", "Dependent unit", "Phụ thuộc")
            .Value("NONE", "Không có tư cách pháp nhân", "None", "Không");
        format.Text("administrative_unit_code", "Mã đơn vị hành chính", "Administrative unit code").Called("Mã ĐVHC", "Mã địa bàn").MaximumLength(5);
    }
}
