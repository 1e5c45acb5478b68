using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Organizations.Decisions;

/// <summary>A decision (quyết định) on which an act rests.</summary>
internal sealed record DecisionInput
{
    /// <summary>Number and symbol (số, ký hiệu), for instance <c>1533-QĐ/TU</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The date of the decision (ngày ký).</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Who decided, as the document names it (cơ quan ban hành).</summary>
    public required string Authority { get; init; }

    /// <summary>Who decided, where it is an organization of this province: it must be a superior committee.</summary>
    [ID("Organization")]
    public Guid? AuthorityOrganizationId { get; init; }

    /// <summary>What was decided (trích yếu).</summary>
    public string? Excerpt { get; init; }

    /// <summary>The decision, or what is wrong with its texts.</summary>
    /// <param name="path">The place of this input, for instance <c>input.decision</c>.</param>
    public Result<Decision> Read(string path)
    {
        var number = InputText.Required(Number, $"{path}.number", 100);
        var authority = InputText.Required(Authority, $"{path}.authority", 300);
        var excerpt = InputText.Optional(Excerpt, $"{path}.excerpt", 2000);
        List<Problem> problems = [.. number.Problems, .. authority.Problems, .. excerpt.Problems];
        if (problems.Count > 0)
            return problems;
        return new Decision(number.Value, DecidedOn, authority.Value, AuthorityOrganizationId, excerpt.Value);
    }
}
