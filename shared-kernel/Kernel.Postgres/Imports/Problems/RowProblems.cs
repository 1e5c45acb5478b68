using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Problems;

/// <summary>An earlier row of the file has the same value, where values may not repeat.</summary>
internal sealed record ValueAppearsTwiceInTheFile(string FirstRow) : Problem
{
    protected override LocalizedText Text => new(
        $"Giá trị trùng với dòng {FirstRow} của tệp.", $"Row {FirstRow} of the file has the same value.");
}

/// <summary>The user's permission to import does not reach the organization of the row.</summary>
internal sealed record RowIsOutsideOfYourArea : Problem
{
    protected override LocalizedText Text => new(
        "Tổ chức đảng của dòng này nằm ngoài phạm vi bạn được phép nhập dữ liệu.",
        "The organization of this row lies outside of the area in which you may import.");
}
