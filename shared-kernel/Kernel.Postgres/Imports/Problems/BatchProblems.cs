using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>The same content is being applied by another import at this moment.</summary>
public sealed record SameImportIsRunning : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chính tệp này đang được nhập. Hãy đợi lần nhập đó xong.", "This very file is being imported now. Wait until that is over.");
}

/// <summary>The identifier that was given for the import belongs to another one.</summary>
public sealed record ImportIdIsTaken : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã lần nhập này đã dùng cho một lần nhập khác. Hãy tạo mã mới.", "This identifier belongs to another import. Make a new one.");
}

/// <summary>When the rows were written, they clashed with something that the checks had not seen, such as a change of the same moment.</summary>
/// <param name="Constraint">The rule of the database that was broken.</param>
public sealed record ImportClashedWithTheRegister(string Constraint) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Dữ liệu vừa thay đổi trong lúc nhập (ràng buộc {Constraint}); chưa ghi gì. Hãy chạy lại.",
        $"The register changed during the import (constraint {Constraint}); nothing was written. Run it again.");
}

/// <summary>Something unexpected stopped the import; the operator's log has the details.</summary>
public sealed record ImportFailed : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Việc nhập bị dừng do lỗi hệ thống; chưa ghi gì. Quản trị viên xem nhật ký để biết chi tiết.",
        "The import was stopped by an error of the system; nothing was written. The operator's log has the details.");
}

/// <summary>Only an import whose rows were applied can be undone, and only once.</summary>
/// <param name="State">The state that it is in.</param>
public sealed record ImportIsNotApplied(ImportState State) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Lần nhập này không có dữ liệu đang áp dụng để hoàn tác.", "This import has no applied rows that could be undone.");
}

/// <summary>Something in the register refers to imported objects, so that they cannot be taken out.</summary>
public sealed record ImportedRowsAreInUse : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không hoàn tác được: có bản ghi đã nhập đang được dữ liệu khác sử dụng.",
        "It cannot be undone: other records refer to some of the imported ones.");
}

/// <summary>Some of the imported objects were changed since: undoing would lose that.</summary>
/// <param name="Count">How many.</param>
public sealed record ImportedRowsWereChanged(int Count) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không hoàn tác được: {Count} bản ghi đã nhập sau đó đã được sửa hoặc có thêm dữ liệu.",
        $"It cannot be undone: {Count} of the imported records were changed since or have more data now.");
}

/// <summary>There is no import format of this identifier, or the user may not import it: the two are not told apart.</summary>
/// <param name="Format">What was asked for.</param>
public sealed record ImportFormatIsUnknown(string Format) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không có mẫu nhập \"{Format}\" hoặc bạn không được phép nhập.", $"There is no import format \"{Format}\", or you may not import it.");
}
