using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>Deadlines and lengths of transfers.</summary>
internal sealed record TransferPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.transfer";

    /// <inheritdoc />
    public static RuleReference Source => Rules.StartingATransfer;

    /// <summary>In how many working days after the decision took effect, or the change, the procedure is started (MEM-20).</summary>
    public int StartingWorkingDays { get; init; } = 60;

    /// <summary>From how many months on a stay elsewhere takes a temporary transfer (MEM-28).</summary>
    public int TemporaryMinimumMonths { get; init; } = 3;

    /// <summary>Below how many months a stay elsewhere is temporary (MEM-28).</summary>
    public int TemporaryMaximumMonths { get; init; } = 12;

    /// <summary>How many months a temporary transfer for full-time study may last (MEM-28).</summary>
    public int StudyMaximumMonths { get; init; } = 24;

    /// <summary>How many months after the introduction a paper that was not presented is reported (MEM-04).</summary>
    public int ReportAfterMonths { get; init; } = 3;

    /// <summary>How many days before its planned end a temporary stay comes up; no instrument fixes it.</summary>
    public int NoticeDays { get; init; } = 30;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}

/// <summary>
/// Who introduces. It changes with every order of levels: where communes are grassroots organizations directly below the province (era C), members
/// who leave them are introduced by the province, unless it decides otherwise for a period.
/// </summary>
internal sealed record TransferRoutingPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.transfer-routing";

    /// <inheritdoc />
    public static RuleReference Source => Rules.WhoIntroduces;

    /// <summary>
    /// The kinds of organizations directly below the province whose members are introduced out by the organization board of the province, after the
    /// organization itself (MEM-22), and to whom it introduces those who come from another province (MEM-25).
    /// </summary>
    public IReadOnlyList<string> IntroducedByTheProvince { get; init; } = [OrganizationKinds.GrassrootsCommittee, OrganizationKinds.GrassrootsCell];
}
