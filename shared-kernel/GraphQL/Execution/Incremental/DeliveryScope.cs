using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>Which deferred fragments hold an object: for each of the plan's usages the fragment at this object or at one above.</summary>
internal sealed record DeliveryScope(DeferUsage Usage, DeferredFragment Fragment, DeliveryScope? Outer)
{
    /// <summary>The fragment of a usage; <see langword="null"/> when the object is delivered apart from it, as the items of a streamed list are.</summary>
    public static DeferredFragment? Find(DeliveryScope? scope, DeferUsage? usage)
    {
        for (var current = scope; current is not null && usage is not null; current = current.Outer)
        {
            if (current.Usage == usage) return current.Fragment;
        }

        return null;
    }
}
