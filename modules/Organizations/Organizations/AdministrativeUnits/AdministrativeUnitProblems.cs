using Modular.Kernel.Results;

namespace Modular.Organizations.AdministrativeUnits;

/// <summary>No administrative unit bears this code on that day.</summary>
/// <param name="UnitCode">The code: 2 digits for a province, 3 for a former district, 5 for a commune.</param>
/// <param name="Day">The day.</param>
internal sealed record AdministrativeUnitIsNotInForce(string UnitCode, DateOnly Day) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => new("ORG-24", "Quyết định 19/2025/QĐ-TTg / Decision 19/2025/QĐ-TTg");

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không có đơn vị hành chính mang mã \"{UnitCode}\" vào ngày {Day:dd/MM/yyyy}.",
        $"No administrative unit has the code \"{UnitCode}\" on {Day:yyyy-MM-dd}.");
}
