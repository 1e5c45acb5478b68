using Modular.Kernel.Results;

namespace Modular.DataProtection;

/// <summary>The rules of the domain that the module's problems and deadlines cite.</summary>
internal static class Rules
{
    public static readonly RuleReference RightsOfTheSubject = new(
        "PD-08", "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP / Law 91/2025/QH15; Decree 356/2025/NĐ-CP");

    public static readonly RuleReference AnswerInTime = new("PD-09", "Nghị định 356/2025/NĐ-CP / Decree 356/2025/NĐ-CP");

    public static readonly RuleReference BreachNotice = new(
        "PD-11", "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP / Law 91/2025/QH15; Decree 356/2025/NĐ-CP");

    public static readonly RuleReference Retention = new(
        "PD-15", "Luật 91/2025/QH15; thời hạn lưu giữ do cấp ủy quyết định / Law 91/2025/QH15; how long is decided by the committee");

    public static readonly RuleReference OwnCase = new("access", "Không ai tự giải quyết việc của mình / Nobody acts on their own case");
}
