using Modular.GraphQL.Language;

namespace Modular.GraphQL.Planning;

/// <summary>A <c>@defer</c> where an operation applies it: at the objects of one type at one place.</summary>
/// <param name="Label">The label by which the client knows the fragment.</param>
/// <param name="Directive">The directive in the document.</param>
/// <param name="Parent">The deferred fragment around it.</param>
internal sealed record DeferUsage(string? Label, DirectiveNode Directive, DeferUsage? Parent)
{
    // Usages are told apart by identity: the same directive applies at several places.
    public bool Equals(DeferUsage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Whether the fragment lies within another, however deep.</summary>
    public bool IsWithin(IReadOnlyCollection<DeferUsage> others)
    {
        for (var around = Parent; around is not null; around = around.Parent)
        {
            if (others.Contains(around)) return true;
        }

        return false;
    }
}
