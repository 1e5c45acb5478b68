using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Members.Memberships;

/// <summary>A decision or paper (quyết định, giấy giới thiệu) on which a fact rests.</summary>
internal sealed record MemberDecisionInput
{
    /// <summary>Number and symbol (số, ký hiệu), for instance <c>132-QĐ/HU</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Its date (ngày ký).</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Who decided (cấp ban hành).</summary>
    public string? Authority { get; init; }

    /// <summary>How the history of edits cites it.</summary>
    [GraphQLIgnore]
    public string Citation => $"{Wording.Clean(Number)} ({DecidedOn.English()})";

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check(DateOnly today, string path)
    {
        if (Wording.Clean(Number) is null)
            yield return new InvalidInput(new LocalizedText("Phải có số quyết định.", "The decision needs its number.")) { Field = $"{path}.number" };
        if (DecidedOn > today)
            yield return new DateLiesInTheFuture(DecidedOn, today) { Field = $"{path}.decidedOn" };
        foreach (var problem in (Problem[])[.. Wording.CheckLength(Number, 100, $"{path}.number"), .. Wording.CheckLength(Authority, 300, $"{path}.authority")])
            yield return problem;
    }
}
