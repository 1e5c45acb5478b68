using Modular.Kernel.Results;

namespace Modular.Organizations.Imports;

// A sentence of a check over a set of rows holds {0}, {1} … for the columns that the check selects beside the row.

/// <summary>The code does not have the form of its scheme.</summary>
internal sealed record CodeIsMalformed : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeScheme;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã nội bộ gồm 1 đến 32 chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch chéo; mã theo 208-QĐ/TW gồm các nhóm 2, 3, 3, 3, 3 chữ số.",
        "An internal code has 1 to 32 plain letters, digits, dots, hyphens and slashes; a code under 208-QĐ/TW has groups of 2, 3, 3, 3, 3 digits.");
}

/// <summary>Organizations of the kind have another number of groups in their codes.</summary>
internal sealed record CodeDoesNotFitTheKind : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeScheme;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã {0} không có số nhóm của loại hình này ({1}).", "The code {0} does not have the number of groups of the kind ({1}).");
}

/// <summary>The code belongs, or once belonged, to an organization of the register.</summary>
internal sealed record CodeIsInTheRegister : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeIsNeverReused;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã {0} đã được cấp cho \"{1}\"; mã đã cấp không được dùng lại.", "The code {0} was already given to \"{1}\"; a code is never given again.");
}

/// <summary>The code does not begin with the code of the organization above.</summary>
internal sealed record CodeDoesNotContinueTheSuperiors : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeScheme;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã {0} không bắt đầu bằng mã của cấp trên {1}.", "The code {0} does not begin with the code of the organization above, {1}.");
}

/// <summary>Neither the file nor the register has the parent.</summary>
internal sealed record ParentCodeIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PlaceBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không có tổ chức đảng nào mang mã {0}, cả trong tệp và trong hệ thống.", "No organization bears the code {0}, neither in the file nor in the register.");
}

/// <summary>Every organization but the root of the province has a parent.</summary>
internal sealed record ParentIsNeeded : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PlaceBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Phải có mã cấp trên trực tiếp.", "The code of the parent is needed.");
}

/// <summary>The register, or another row, has the root of the province.</summary>
internal sealed record RootIsThereAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đảng bộ cấp tỉnh đã có.", "The provincial organization is there already.");
}

/// <summary>Following the parents leads back to the row.</summary>
internal sealed record ParentsGoInACircle : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PlaceBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Các mã cấp trên trực tiếp tạo thành vòng lặp.", "The parents of the rows go round in a circle.");
}

/// <summary>Nothing is put under an organization that ended.</summary>
internal sealed record ParentHasEnded : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PlaceBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Cấp trên \"{0}\" không còn hoạt động.", "The parent \"{0}\" is not active.");
}

/// <summary>A row of the file that this one stands below is not taken in.</summary>
internal sealed record ParentRowHasErrors : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PlaceBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Dòng {0} của tổ chức cấp trên có lỗi.", "Row {0}, the parent, has errors.");
}

/// <summary>The kind does not stand below the parent's, neither when the organization was founded nor today.</summary>
internal sealed record KindDoesNotStandThere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Loại hình {0} không được đặt trực thuộc loại hình {1}.", "The kind {0} does not stand directly below the kind {1}.");
}

/// <summary>The subkind is missing or is not one of the kind's.</summary>
internal sealed record SubkindDoesNotFit : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Loại hình này cần một phân loại phù hợp (huyện ủy, đảng ủy khối, công an …).", "The kind needs a subkind of its own (district, bloc, police, …).");
}

/// <summary>Another organization directly below the parent has the name.</summary>
internal sealed record NameIsTakenThere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PlaceBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tổ chức khác trực thuộc cùng cấp trên đã mang tên này.", "Another organization below the same parent bears this name.");
}

/// <summary>A decision has a number, a date and an authority.</summary>
internal sealed record DecisionIsIncomplete : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Quyết định cần đủ số, ngày và cơ quan ban hành.", "A decision needs number, date and authority.");
}

/// <summary>No administrative unit has the code.</summary>
internal sealed record AdministrativeUnitIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeIsNeverReused;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có đơn vị hành chính mang mã {0}.", "No administrative unit has the code {0}.");
}

/// <summary>The administrative unit is no more.</summary>
internal sealed record AdministrativeUnitIsNoMore : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đơn vị hành chính {0} đã hết hiệu lực từ {1}.", "The administrative unit {0} is no more since {1}.");
}

/// <summary>The parent is younger; where the organization stood before is not known.</summary>
internal sealed record ParentIsYounger : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Thành lập trước cấp trên trực tiếp; trong cây tổ chức tính từ {0}.", "Founded before its parent; in the tree from {0} on.");
}

/// <summary>Only the year or the month of founding is known.</summary>
internal sealed record FoundingDayIsNotExact : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày thành lập không đủ ngày, tính từ {0}.", "The founding day is not exact; it counts from {0}.");
}
