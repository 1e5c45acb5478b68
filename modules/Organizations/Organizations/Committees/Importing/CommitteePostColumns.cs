using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Texts;
using Modular.Organizations.Imports;

namespace Modular.Organizations.Committees.Importing;

/// <summary>The columns of a file of committee posts.</summary>
internal static class CommitteePostColumns
{
    public static void Define(ImportFormatBuilder format)
    {
        format.NameOrganizations();
        DefineTerm(format);
        format.Text("member_number", "Số thẻ đảng viên, số lý lịch hoặc số định danh", "Card, CV or citizen number")
            .Called("Số thẻ đảng viên", "Số thẻ đảng", "Số lý lịch", "Số CCCD", "Số định danh cá nhân", "Member number").Required().MaximumLength(30);
        format.Text("full_name", "Họ và tên", "Full name").Called("Họ tên", "Name").MaximumLength(100)
            .Derives("name_key", VietnameseText.SearchKey);
        format.Choice("post", "Chức vụ cấp ủy", "Post").Called("Chức vụ").Required()
            .Value("SECRETARY", "Bí thư", "Secretary", "Bí thư chi bộ", "Bí thư đảng ủy")
            .Value("DEPUTY_SECRETARY", "Phó bí thư", "Deputy secretary", "Phó bí thư chi bộ", "Phó bí thư đảng ủy", "Phó bí thư thường trực")
            .Value("STANDING_MEMBER", "Ủy viên ban thường vụ", "Standing committee member", "Ủy viên thường vụ", "UVBTV")
            .Value("MEMBER", "Cấp ủy viên", "Committee member", "Chi ủy viên", "Đảng ủy viên", "Ủy viên", "Ủy viên ban chấp hành");
        format.Choice("basis", "Bầu hoặc chỉ định", "Basis")
            .Value("ELECTED", "Bầu", "Elected", "Bầu cử", "Chuẩn y")
            .Value("APPOINTED", "Chỉ định", "Appointed");
        format.Date("held_from", "Giữ chức vụ từ ngày", "Held from").Called("Từ ngày", "Ngày giữ chức vụ").InThePast();
        format.Text("decision_number", "Số quyết định", "Decision number").MaximumLength(100);
        format.Date("decided_on", "Ngày quyết định", "Decision date").InThePast();
        format.Text("authority", "Cơ quan ban hành", "Decision authority").Called("Cơ quan ra quyết định", "Authority").MaximumLength(300);
    }

    private static void DefineTerm(ImportFormatBuilder format)
    {
        format.Text("term_number", "Nhiệm kỳ", "Term").Called("Khóa", "Term number").Required().MaximumLength(50);
        format.Date("term_from", "Nhiệm kỳ từ ngày", "Term from").Called("Ngày bắt đầu nhiệm kỳ", "Ngày đại hội").InThePast();
        format.Date("term_to", "Nhiệm kỳ đến ngày", "Term to").Called("Ngày kết thúc nhiệm kỳ");
        format.Integer("committee_size", "Số lượng cấp ủy viên", "Committee size").Called("Số lượng cấp ủy").Between(0, 200);
        format.Integer("standing_size", "Số lượng ủy viên ban thường vụ", "Standing committee size").Called("Số lượng ban thường vụ").Between(0, 200);
        format.YesNo("is_appointed", "Cấp ủy được chỉ định", "Committee is appointed");
    }
}
