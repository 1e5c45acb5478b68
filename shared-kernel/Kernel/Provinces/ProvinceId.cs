using System.Globalization;

namespace Modular.Kernel.Provinces;

/// <summary>
/// The key of a province: its official administrative code (two digits, 01 to 99) in the list of units in force when the
/// province was founded. A successor of 1 July 2025 (Decision 19/2025/QĐ-TTg) that took over the code of a predecessor
/// which the same deployment keeps is numbered 100 + code, so that a key is never given twice.
/// </summary>
/// <param name="Value">The number that stands in <c>province_id</c> of every table.</param>
public readonly record struct ProvinceId(short Value)
{
    /// <summary>The number as text, as PostgreSQL's setting <c>app.province</c> takes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
