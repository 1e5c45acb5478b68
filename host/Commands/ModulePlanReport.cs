using Modular.GraphQL.Sdl;
using Modular.Host.Provinces.Planning;

namespace Modular.Host.Commands;

/// <summary>A plan as lines for an operator, the worst first.</summary>
internal static class ModulePlanReport
{
    private const int MostSafeChangesShown = 20;

    public static IEnumerable<string> Of(ModuleChangePlan plan)
    {
        var effect = plan.Effect;
        if (!effect.ChangesAnything)
            yield return $"{plan.Module} is {(plan.Enables ? "enabled" : "disabled")} already.";
        foreach (var other in effect.OthersFirst)
            yield return $"{(plan.Enables ? "enable" : "disable")} first: {other}";
        if (effect.Conflict is not null)
            yield return $"conflict: {effect.Conflict}";
        foreach (var document in effect.Documents)
            yield return $"trusted document {document.Hash} ({string.Join(", ", document.Operations)}) {(document.Error is null ? "becomes valid" : $"breaks: {document.Error}")}";
        foreach (var line in SchemaLines(effect.SchemaChanges))
            yield return line;
        foreach (var items in plan.WorkItems)
            yield return $"open work items {items.Kind}: {items.Open}";
        yield return $"events waiting: {plan.EventsWaiting}, parked: {plan.EventsParked}";
        yield return $"plan: {effect.Digest}";
    }

    private static IEnumerable<string> SchemaLines(IReadOnlyList<SchemaChange> changes)
    {
        var safe = changes.Where(change => change.Severity == ChangeSeverity.Safe).ToList();
        foreach (var change in changes.Except(safe).OrderBy(change => change.Severity).Concat(safe.Take(MostSafeChangesShown)))
            yield return $"schema: {change}";
        if (safe.Count > MostSafeChangesShown)
            yield return $"schema: ... and {safe.Count - MostSafeChangesShown} more that break nobody.";
    }
}
