using System.Text.Json.Serialization;

namespace Modular.Kernel.Results;

/// <summary>
/// An expected failure, as a value. The name of the derived record is the sentence that it says
/// (<c>CellNeedsThreeOfficialMembers</c>); its properties are what a program may want to know.
/// </summary>
public abstract record Problem
{
    /// <summary>The place in the input, as a path such as <c>input.name</c>, or null where the whole input is meant.</summary>
    public string? Field { get; init; }

    /// <summary>The rule, or null where the matter is technical (a stale version, a malformed value).</summary>
    [JsonIgnore]
    public virtual RuleReference? Rule => null;

    /// <summary>The name of the problem in upper case, for instance <c>STALE_VERSION</c>; stable, for programs.</summary>
    [JsonIgnore]
    public string Code => ProblemCode.Of(GetType());

    /// <summary>The sentence for people. It names the field and the rule, and repeats no personal data that the caller may not see.</summary>
    protected abstract LocalizedText Text { get; }

    /// <summary>The sentence in one language.</summary>
    public string Message(Language language) => Text.In(language);
}
