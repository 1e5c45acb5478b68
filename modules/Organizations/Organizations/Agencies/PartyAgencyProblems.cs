using Modular.Kernel.Results;

namespace Modular.Organizations.Agencies;

/// <summary>Only committees that lead other organizations have agencies.</summary>
/// <param name="Kind">The kind's code.</param>
internal sealed record KindHasNoPartyAgencies(string Kind) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAgencies;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Loại hình \"{Kind}\" không có cơ quan tham mưu, giúp việc hoặc đơn vị sự nghiệp.",
        $"Organizations of the kind \"{Kind}\" have no advisory agencies or service units.");
}

/// <summary>A committee has an agency of a name once.</summary>
/// <param name="Name">The name of the one that is there.</param>
internal sealed record PartyAgencyIsThereAlready(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAgencies;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Cấp ủy này đã có \"{Name}\".", $"The committee has \"{Name}\" already.");
}

/// <summary>The committee has as many as it may have.</summary>
/// <param name="Kind">Of which sort.</param>
/// <param name="Most">How many it may have.</param>
/// <param name="On">The day on which there would be one too many.</param>
internal sealed record CommitteeHasItsPartyAgencies(PartyAgencyKind Kind, int Most, DateOnly On) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAgencies;

    /// <inheritdoc />
    protected override LocalizedText Text => Kind == PartyAgencyKind.Advisory
        ? new(
            $"Ngày {On:dd/MM/yyyy} cấp ủy này đã đủ {Most} cơ quan tham mưu, giúp việc.",
            $"On {On:yyyy-MM-dd} the committee has the {Most} advisory agencies that it may have.")
        : new(
            $"Ngày {On:dd/MM/yyyy} cấp ủy này đã đủ {Most} đơn vị sự nghiệp.",
            $"On {On:yyyy-MM-dd} the committee has the {Most} service units that it may have.");
}

/// <summary>The province decides on the agencies of grassroots and affiliated committees.</summary>
/// <param name="Authority">Who decided.</param>
internal sealed record PartyAgenciesAreDecidedByTheProvince(string Authority) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAgenciesOfGrassroots;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Cơ quan tham mưu, giúp việc của đảng ủy cơ sở do cấp ủy tỉnh quyết định, không phải \"{Authority}\".",
        $"The provincial committee decides on the agencies of grassroots committees, not \"{Authority}\".");
}

/// <summary>An agency is closed once.</summary>
/// <param name="On">The first day without it.</param>
internal sealed record PartyAgencyIsClosed(DateOnly On) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAgencies;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Đã kết thúc hoạt động từ ngày {On:dd/MM/yyyy}.", $"It was closed on {On:yyyy-MM-dd}.");
}
