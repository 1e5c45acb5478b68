using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight;

/// <summary>The rules of the domain that problems and deadlines cite.</summary>
internal static class Rules
{
    /// <summary>Committee members attend the meetings of cells as assigned; the rhythm is a policy.</summary>
    public static readonly RuleReference Attendance = new("OV-03", "Quy định 32-QĐi/TU (Hòa Bình) / Regulation 32-QĐi/TU (Hoa Binh)");

    /// <summary>Recommendations go to those who can act, and have an answer clock.</summary>
    public static readonly RuleReference Recommendations = new("OV-07", "Tỉnh ủy Nam Định / Nam Dinh Party committee");

    /// <summary>Working groups visit each family within a campaign.</summary>
    public static readonly RuleReference Campaigns = new("OV-08", "Tỉnh ủy Nam Định / Nam Dinh Party committee");

    /// <summary>Households are divided by lanes near home, and the division is reviewed every year.</summary>
    public static readonly RuleReference Division = new("OV-05", "Quận ủy Tây Hồ / Tay Ho Party committee");

    /// <summary>How many households one member takes.</summary>
    public static readonly RuleReference Load = new("OV-06", "Bình An, Đông Bảo / Binh An, Dong Bao");

    /// <summary>Of households only the least data, under a permission of its own, deleted after the campaign.</summary>
    public static readonly RuleReference LeastData = new("OV-20", "Luật 91/2025/QH15 / Law 91/2025/QH15");
}
