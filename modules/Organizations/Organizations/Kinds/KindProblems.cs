using Modular.Kernel.Results;

namespace Modular.Organizations.Kinds;

/// <summary>Organizations of this kind cannot be founded on that day: no order of levels in force knows it, or the province does not use it.</summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="Day">The day.</param>
internal sealed record KindIsNotInForce(string Kind, DateOnly Day) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Loại hình tổ chức \"{Kind}\" không áp dụng vào ngày {Day:dd/MM/yyyy}.",
        $"The kind of organization \"{Kind}\" is not in force on {Day:yyyy-MM-dd}.");
}

/// <summary>The order of levels in force does not put this kind directly below that one.</summary>
/// <param name="Kind">The lower kind's code.</param>
/// <param name="ParentKind">The upper kind's code, or null for the root of a province.</param>
/// <param name="Day">The day.</param>
internal sealed record KindIsNotAllowedBelowParent(string Kind, string? ParentKind, DateOnly Day) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => ParentKind is null
        ? new($"Loại hình \"{Kind}\" phải có tổ chức đảng cấp trên trực tiếp.", $"An organization of kind \"{Kind}\" needs a parent.")
        : new(
            $"Vào ngày {Day:dd/MM/yyyy}, loại hình \"{Kind}\" không được đặt trực thuộc loại hình \"{ParentKind}\".",
            $"On {Day:yyyy-MM-dd} the kind \"{Kind}\" does not stand directly below the kind \"{ParentKind}\".");
}

/// <summary>A directly superior committee is the committee of something: a district, a bloc, the police.</summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="Subkind">What was given, or null.</param>
internal sealed record SubkindIsNotInForce(string Kind, string? Subkind) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => Subkind is null
        ? new($"Loại hình \"{Kind}\" cần nêu rõ phân loại (subkind).", $"The kind \"{Kind}\" needs a subkind.")
        : new(
            $"Phân loại \"{Subkind}\" không áp dụng cho loại hình \"{Kind}\" vào ngày này.",
            $"The subkind \"{Subkind}\" is not in force for the kind \"{Kind}\" on that day.");
}

/// <summary>The exception takes the prior written consent of the directly superior committee.</summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="RuleId">ORG-05 for a sectional committee, ORG-06 for a grassroots cell below a committee with delegated powers.</param>
internal sealed record ConsentOfSuperiorIsMissing(string Kind, string RuleId) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule =>
        RuleId == Rules.CellUnderDelegatedCommittee.Id ? Rules.CellUnderDelegatedCommittee : Rules.ConsentForExceptions;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thành lập \"{Kind}\" tại đây phải được cấp ủy cấp trên trực tiếp đồng ý trước bằng văn bản; hãy nhập văn bản đồng ý.",
        $"Founding a \"{Kind}\" here takes the prior written consent of the directly superior committee; enter that document.");
}

/// <summary>A grassroots cell below a committee is possible only where that committee was given the powers of a superior one.</summary>
/// <param name="ParentName">The name of the committee.</param>
internal sealed record ParentLacksSuperiorPowers(string ParentName) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellUnderDelegatedCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{ParentName}\" chưa được giao quyền cấp trên cơ sở nên không thể có chi bộ cơ sở trực thuộc.",
        $"\"{ParentName}\" was not given the powers of a superior committee, so no grassroots cell can stand below it.");
}

/// <summary>A grassroots cell below a committee with delegated powers takes a host unit with legal personality.</summary>
internal sealed record HostUnitLacksLegalPersonality : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellUnderDelegatedCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đơn vị nơi thành lập chi bộ cơ sở phải là đơn vị cơ sở có tư cách pháp nhân.",
        "The unit in which the grassroots cell is founded must be a basic unit with legal personality.");
}

/// <summary>The tree of a province has one root.</summary>
internal sealed record ProvinceAlreadyHasItsRoot : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tỉnh đã có đảng bộ cấp tỉnh; mọi tổ chức khác phải có cấp trên trực tiếp.",
        "The province already has its provincial organization; every other organization needs a parent.");
}
