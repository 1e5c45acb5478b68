using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Memberships;

/// <summary>Something that must be there before a member is recognized is missing; another module keeps it.</summary>
/// <param name="What">What is missing.</param>
internal sealed record RecognitionLacksSomething(LocalizedText What) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Because;

    /// <inheritdoc />
    protected override LocalizedText Text => What;

    private RuleReference Because { get; init; } = Rules.Probation;

    /// <summary>The problem that an objection of another module is.</summary>
    public static RecognitionLacksSomething Of(RecognitionObjection objection) => new(objection.What) { Because = objection.Because, Field = "input.memberId" };
}
