using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Documents;

/// <summary>By when a new member writes the member CV (lý lịch đảng viên), MEM-01.</summary>
internal sealed record MemberCvPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.member-cv";

    /// <inheritdoc />
    public static RuleReference Source => Rules.MemberCv;

    /// <summary>In how many working days of the ceremony.</summary>
    public int WritingWorkingDays { get; init; } = 30;

    /// <summary>The first ceremony that is followed; CVs of before lie in the files, and what lies there is not all recorded.</summary>
    public DateOnly CeremoniesFrom { get; init; } = new(2027, 1, 1);

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [15, 7];
}
