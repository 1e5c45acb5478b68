using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Planning;

/// <summary>What of a field is delivered when.</summary>
internal sealed class IncrementalField
{
    private IncrementalField(ImmutableArray<DeferUsage?> usages, DeferUsageSet deliveredBy)
    {
        Usages = usages;
        DeliveredBy = deliveredBy;
    }

    /// <summary>For each node of the field the deferred fragment in which it stands, if any.</summary>
    public ImmutableArray<DeferUsage?> Usages { get; }

    /// <summary>The fragments with which the field is delivered.</summary>
    public DeferUsageSet DeliveredBy { get; }

    /// <summary>How the list is streamed; <see langword="null"/> when it is not.</summary>
    public StreamUsage? Stream { get; private init; }

    /// <summary>Whether anything in the field's value may be delivered later than the field itself.</summary>
    public bool HoldsLater { get; private init; }

    public static IncrementalField Of(IncrementalUse use, ImmutableArray<FieldNode> nodes, ImmutableArray<DeferUsage?> usages, DeferUsageSet deliveredBy)
    {
        var stream = use.StreamOf(nodes[0]);
        return new(usages, deliveredBy)
        {
            Stream = stream is null ? null : StreamUsage.Of(stream),
            HoldsLater = stream is not null || usages.Distinct().Skip(1).Any() || nodes.Any(node => use.IsIn(node.SelectionSet)),
        };
    }
}
