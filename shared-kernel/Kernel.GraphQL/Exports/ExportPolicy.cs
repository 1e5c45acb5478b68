using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>How much may be taken away and for how long it lies ready (PD-07). The law asks for internal rules and fixes no number.</summary>
internal sealed record ExportPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "exports.limits";

    /// <inheritdoc />
    public static RuleReference Source => ExportRules.SensitiveDataTakesWrittenRules;

    /// <summary>How many rows a file has at most; no instrument fixes it.</summary>
    public int MostRows { get; init; } = 200_000;

    /// <summary>For how many hours a file lies ready; no instrument fixes it.</summary>
    public int ReadyHours { get; init; } = 72;

    /// <summary>For how many days somebody may approve; no instrument fixes it.</summary>
    public int ApprovalDays { get; init; } = 7;

    /// <summary>How many days before the last one an approval is called to mind.</summary>
    public IReadOnlyList<int> ApprovalReminderDays { get; init; } = [3, 1];

    /// <summary>How many exports of one user may wait or run at a time; no instrument fixes it.</summary>
    public int MostAtOnce { get; init; } = 5;
}

/// <summary>The rules that exports stand on.</summary>
internal static class ExportRules
{
    /// <summary>PD-07: written internal rules say who handles sensitive data, and how it is transferred.</summary>
    public static readonly RuleReference SensitiveDataTakesWrittenRules = new("PD-07", "Law 91/2025/QH15; Decree 356/2025/NĐ-CP");
}
