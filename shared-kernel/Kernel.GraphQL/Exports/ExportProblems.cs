using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>The query is not one that the province's schema answers.</summary>
internal sealed record ExportQueryIsNotValid : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Câu truy vấn không hợp lệ với lược đồ của tỉnh, hoặc không được phép. Hãy gửi nó tới /graphql để xem lỗi.",
        "The query is not valid for the schema of the province, or not permitted. Send it to /graphql to see what is wrong.");
}

/// <summary>An export is one query with one list that is read page by page.</summary>
internal sealed record ExportTakesOneList : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mỗi lần xuất lấy đúng một danh sách phân trang: một truy vấn có một danh sách với 'first' và 'after' là biến, chọn pageInfo { hasNextPage endCursor } và nodes.",
        "An export takes one paged list: one query with one list whose 'first' and 'after' are variables, which selects pageInfo { hasNextPage endCursor } and nodes.");
}

/// <summary>The user lacks a permission of a column.</summary>
/// <param name="Permission">The permission.</param>
internal sealed record ExportTakesAPermission(string Permission) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Danh sách này cần quyền '{Permission}' mà bạn không có.", $"The list takes the permission '{Permission}', which you do not hold.");
}

/// <summary>A column is named that the query does not select.</summary>
/// <param name="Path">The column.</param>
internal sealed record ExportHasNoSuchColumn(string Path) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new($"Câu truy vấn không chọn cột '{Path}'.", $"The query does not select the column '{Path}'.");
}

/// <summary>The user has too many exports that are not over.</summary>
/// <param name="Most">How many there may be.</param>
internal sealed record TooManyExportsAtOnce(int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => ExportRules.SensitiveDataTakesWrittenRules;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bạn đang có {Most} lần xuất chưa xong. Hãy chờ hoặc thu hồi bớt.", $"You have {Most} exports that are not over. Wait, or withdraw some.");
}

/// <summary>Nobody decides on their own request.</summary>
internal sealed record OwnExportIsDecidedByOthers : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => ExportRules.SensitiveDataTakesWrittenRules;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Người yêu cầu không được tự duyệt.", "Whoever asked does not decide.");
}

/// <summary>Whoever sees an export may not decide on it for that.</summary>
internal sealed record ExportIsNotYoursToDecide : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => ExportRules.SensitiveDataTakesWrittenRules;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không có quyền duyệt đối với tổ chức của lần xuất này.", "You may not decide for the organization that the export is about.");
}

/// <summary>The export is not in a state in which that can be done.</summary>
/// <param name="State">The state.</param>
internal sealed record ExportIsInAnotherState(ExportState State) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Lần xuất này đã sang trạng thái khác.", "The export is in another state by now.");
}

/// <summary>Only whoever asked takes an export back.</summary>
internal sealed record ExportIsSomebodyElses : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Chỉ người yêu cầu mới thu hồi được.", "Only whoever asked may take it back.");
}

/// <summary>The rights of whoever asked have ended.</summary>
internal sealed record ExportRightsHaveEnded : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => ExportRules.SensitiveDataTakesWrittenRules;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Quyền của người yêu cầu đã thay đổi, tệp này không còn được lấy. Hãy yêu cầu xuất lại.",
        "The rights of whoever asked have changed, so the file is not given out any more. Ask for it anew.");
}

/// <summary>The list has more rows than a file may have.</summary>
/// <param name="Most">How many it may have.</param>
internal sealed record ExportHasTooManyRows(int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => ExportRules.SensitiveDataTakesWrittenRules;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Danh sách có hơn {Most} dòng. Hãy lọc bớt.", $"The list has more than {Most} rows. Narrow it.");
}

/// <summary>The query was answered with errors, so that the file would have gaps.</summary>
/// <param name="Because">The code of the first error.</param>
internal sealed record ExportWasAnsweredWithErrors(string Because) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Câu truy vấn trả về lỗi ({Because}), nên không ghi tệp thiếu dữ liệu.", $"The query was answered with errors ({Because}), and no file with gaps is written.");
}

/// <summary>Something failed inside.</summary>
internal sealed record ExportFailed : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Không xuất được do lỗi hệ thống. Hãy thử lại.", "The export failed inside. Try again.");
}
