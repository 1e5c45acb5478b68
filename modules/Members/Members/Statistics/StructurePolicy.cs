using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Statistics;

/// <summary>The bands in which the structure of the membership is told (cơ cấu đảng viên).</summary>
internal sealed record StructurePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.structure";

    /// <inheritdoc />
    public static RuleReference Source => Rules.StatisticsForms;

    /// <summary>The first ages of bands, in full years: those of forms 2-TCTW and 3-TCTW.</summary>
    public IReadOnlyList<int> Ages { get; init; } = [18, 31, 36, 41, 46, 51, 56, 61];

    /// <summary>The first Party ages of bands, in full years; no instrument fixes them.</summary>
    public IReadOnlyList<int> Seniorities { get; init; } = [10, 20, 30, 40, 50, 60, 70];

    /// <summary>The first days of periods of joining: those of forms 2-TCTW and 3-TCTW.</summary>
    public IReadOnlyList<DateOnly> AdmissionPeriods { get; init; } = [new(1945, 8, 19), new(1954, 7, 21), new(1975, 5, 1)];

    /// <summary>How many occupations are told, the most frequent first; no instrument fixes it.</summary>
    public int MostOccupations { get; init; } = 50;

    /// <summary>The greatest age, in full years, at which somebody counts as a member of the Youth Union; by its charter, from memory and to be confirmed.</summary>
    public int YouthUnionAge { get; init; } = 30;

    /// <summary>The bands as the figures need them.</summary>
    public StructureBounds ToBounds() => new(Ages, Seniorities, AdmissionPeriods, YouthUnionAge);
}
