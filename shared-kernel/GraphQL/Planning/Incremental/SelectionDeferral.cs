namespace Modular.GraphQL.Planning;

/// <summary>What of a selection is delivered later than the rest.</summary>
/// <param name="NewUsages">The deferred fragments that begin at the objects of the selection.</param>
/// <param name="Parts">The fields that are left out at first, by the fragments that deliver them.</param>
internal sealed record SelectionDeferral(IReadOnlyList<DeferUsage> NewUsages, IReadOnlyList<DeferredPart> Parts);

/// <summary>Fields of a selection that are executed together, later than the rest.</summary>
/// <param name="Usages">The fragments that deliver them.</param>
/// <param name="Fields">The fields in the order of the response.</param>
internal sealed record DeferredPart(DeferUsageSet Usages, IReadOnlyList<PlannedField> Fields);
