using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Organizations.WorkItems;

/// <summary>
/// When what is due about committees comes up. The regulations fix the term (ORG-10) and that a superior may appoint a secretary (ORG-08), but not how long before
/// its end the congress is prepared or how long a post may stay empty: these days are the province's to decide, and the defaults are a proposal.
/// </summary>
internal sealed record CommitteeDeadlinesPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "organizations.committee-deadlines";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CommitteeTerm;

    /// <summary>How many days before the last day of a term its congress is to be prepared.</summary>
    public int CongressNoticeDays { get; init; } = 180;

    /// <summary>How many days before the end of a term it is called to mind.</summary>
    public IReadOnlyList<int> CongressReminderDays { get; init; } = [90, 60, 30, 15, 7];

    /// <summary>In how many working days an empty post of secretary is to be filled.</summary>
    public int SecretaryWorkingDays { get; init; } = 30;

    /// <summary>How many days before that day it is called to mind.</summary>
    public IReadOnlyList<int> SecretaryReminderDays { get; init; } = [15, 7];

    /// <summary>In how many working days an empty post of chair of an inspection committee is to be filled (ORG-18; no instrument at hand fixes it).</summary>
    public int InspectionChairWorkingDays { get; init; } = 30;

    /// <summary>How many days before that day it is called to mind.</summary>
    public IReadOnlyList<int> InspectionChairReminderDays { get; init; } = [15, 7];

    /// <summary>In how many working days an elected committee is to be approved (ORG-12; no instrument at hand fixes it).</summary>
    public int ApprovalWorkingDays { get; init; } = 15;

    /// <summary>How many days before that day it is called to mind.</summary>
    public IReadOnlyList<int> ApprovalReminderDays { get; init; } = [7];
}
