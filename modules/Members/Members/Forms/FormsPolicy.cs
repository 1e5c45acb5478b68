using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Forms;

/// <summary>The forms of Party statistics in force on a day. A new edition is a row that names its lines, and no release.</summary>
internal sealed record FormsPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.forms";

    /// <inheritdoc />
    public static RuleReference Source => Rules.StatisticsForms;

    /// <summary>The forms. Of 11-HD/BTCTW only the lines are at hand, not the printed numbers, so that codes are ours; occupations are those that registers write.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; init; } =
        [MovementForm.Definition, CompositionForms.NewMembers, CompositionForms.AllMembers, OriginForm.Definition];

    /// <summary>What has to tie between the forms of a period.</summary>
    public IReadOnlyList<FormCrossCheck> CrossChecks { get; init; } =
    [
        new("2-TCTW, tổng số = 1-TCTW, kết nạp", "2-TCTW, all = 1-TCTW, admitted", StatisticsForm.NewMembers, "1", StatisticsForm.Movement, "B1"),
        new("3-TCTW, tổng số = 1-TCTW, cuối kỳ", "3-TCTW, all = 1-TCTW, closing", StatisticsForm.AllMembers, "1", StatisticsForm.Movement, "D"),
        new("4-TCTW, tổng số = 3-TCTW, tổng số", "4-TCTW, all = 3-TCTW, all", StatisticsForm.EthnicGroupsAndReligions, "1", StatisticsForm.AllMembers, "1"),
    ];

    /// <summary>The form in force.</summary>
    /// <exception cref="InvalidOperationException">What the province put in force lacks the form.</exception>
    public FormDefinition Find(StatisticsForm form) => Forms.FirstOrDefault(definition => definition.Form == form)
        ?? throw new InvalidOperationException($"The policy {Key} in force has no form {form}.");
}
