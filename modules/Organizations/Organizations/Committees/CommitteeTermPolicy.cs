using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Committees;

/// <summary>How long terms are (ORG-10).</summary>
internal sealed record CommitteeTermPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "organizations.committee-terms";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CommitteeTerm;

    /// <summary>The term of a cell in months: twice in five years.</summary>
    public int CellMonths { get; init; } = 30;

    /// <summary>The term of a committee in months.</summary>
    public int CommitteeMonths { get; init; } = 60;

    /// <summary>By how many months a congress may be early or late with the superior's consent.</summary>
    public int ToleranceMonths { get; init; } = 6;

    /// <summary>The first day after a term that begins on a day.</summary>
    /// <param name="kind">The kind of the organization.</param>
    /// <param name="from">The first day of the term.</param>
    /// <param name="plannedTo">The last day that was planned; the regular length where it is null.</param>
    public Result<DateOnly> EndOf(string kind, DateOnly from, DateOnly? plannedTo)
    {
        var months = OrganizationKinds.HoldsMembers(kind) ? CellMonths : CommitteeMonths;
        if (plannedTo is not { } last)
            return from.AddMonths(months);
        if (last < from)
            return new EndIsNotAfterBeginning(from, last) { Field = "input.plannedTo" };
        var latest = from.AddMonths(months + ToleranceMonths).AddDays(-1);
        return last > latest ? new TermIsTooLong(months, latest) { Field = "input.plannedTo" } : last.AddDays(1);
    }
}
