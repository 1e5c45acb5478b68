using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>From where on comments and meetings of a cell are worth a look. No instrument gives any of these numbers; the weaknesses that they look for are named in reports (residence liaison §3.7).</summary>
internal sealed record IndicatorPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.indicators";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CommentIsACriterion;

    /// <summary>How many comments a cell has at least in a year before they are compared.</summary>
    public int LeastComments { get; init; } = 5;

    /// <summary>From how many of a hundred on two texts are alike, by the sequences of three letters that they share.</summary>
    public int AlikePercent { get; init; } = 80;

    /// <summary>From how many of a hundred comments on with a text like another's they are worth a look.</summary>
    public int AlikeSharePercent { get; init; } = 50;

    /// <summary>From how many of a hundred comments on with the same levels they are worth a look.</summary>
    public int UniformSharePercent { get; init; } = 90;

    /// <summary>From how many of a hundred missed meetings on praise is worth a look.</summary>
    public int AbsentPercent { get; init; } = 50;

    /// <summary>After how many years without any reminder a cell is worth a look.</summary>
    public int YearsWithoutWarning { get; init; } = 5;

    /// <summary>From how many of a hundred meetings on without an opinion they are worth a look.</summary>
    public int SilentSharePercent { get; init; } = 50;

    /// <summary>How many cells are looked at in one go.</summary>
    public int MostCells { get; init; } = 300;
}
