using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;
using Modular.Host.Schemas;
using Modular.Kernel.Modules;

namespace Modular.Host.Provinces.Planning;

/// <summary>Finds out what a change of a province's modules would do, without doing it.</summary>
internal sealed class ModuleEffects(InstalledModules installed, SchemaSnapshots schemas, PersistedDocuments documents)
{
    /// <summary>What enabling or disabling a module would do where these are enabled now.</summary>
    /// <param name="enabled">The modules that the province's rows say are enabled.</param>
    /// <param name="module">A module that is installed.</param>
    /// <param name="enables">Whether it is to be enabled.</param>
    public ModuleChangeEffect Of(IReadOnlySet<string> enabled, string module, bool enables)
    {
        var others = enables ? MissingFor(module, enabled) : NeedingIn(module, enabled);
        HashSet<string> after = [.. enabled];
        if (enables)
            after.UnionWith([.. others, module]);
        else
            after.ExceptWith([.. others, module]);

        var changes = enabled.Contains(module) != enables;
        // What conflicts now serves nobody, so that nothing of it can be lost.
        _ = schemas.TryFind(ModuleSet.Serving(enabled, installed), out var before);
        if (!schemas.TryFind(ModuleSet.Serving(after, installed), out var planned, out var conflict))
            return new ModuleChangeEffect(changes, others, conflict, [], []);
        return before is null
            ? new ModuleChangeEffect(changes, others, Conflict: null, [], [])
            : new ModuleChangeEffect(changes, others, Conflict: null, SchemaComparison.Compare(before, planned), Changed(before, planned));
    }

    /// <summary>The modules that must be enabled before this one, each after those that it needs.</summary>
    public IReadOnlyList<string> MissingFor(string module, IReadOnlySet<string> enabled)
    {
        HashSet<string> needed = [.. installed.Find(module)!.Manifest.DependsOn];
        foreach (var other in installed.All.Reverse().Where(other => needed.Contains(other.Id)))
            needed.UnionWith(other.Manifest.DependsOn);
        return [.. installed.All.Select(other => other.Id).Where(other => needed.Contains(other) && !enabled.Contains(other))];
    }

    /// <summary>The modules that must be disabled before this one, each after those that need it.</summary>
    public IReadOnlyList<string> NeedingIn(string module, IReadOnlySet<string> enabled)
    {
        HashSet<string> needing = [module];
        foreach (var other in installed.All.Where(other => other.Manifest.DependsOn.Any(needing.Contains)))
            needing.Add(other.Id);
        return [.. installed.All.Reverse().Select(other => other.Id).Where(other => other != module && needing.Contains(other) && enabled.Contains(other))];
    }

    private List<ChangedDocument> Changed(Schema before, Schema planned)
    {
        var changed = new List<ChangedDocument>();
        if (ReferenceEquals(before, planned))
            return changed;
        foreach (var (hash, text) in documents.Trusted.All.OrderBy(trusted => trusted.Key, StringComparer.Ordinal))
        {
            var document = Parser.Parse(new Source(text));
            var error = ErrorOf(planned, document);
            if ((error is null) != (ErrorOf(before, document) is null))
                changed.Add(new ChangedDocument(hash, NamesIn(document), error));
        }

        return changed;
    }

    private static string? ErrorOf(Schema schema, Document document) =>
        Validator.Validate(schema, document) is [{ } first, ..] ? first.Message : null;

    private static string[] NamesIn(Document document) =>
        [.. document.Definitions.OfType<OperationDefinition>().Select(operation => operation.Name?.Value).OfType<string>()];
}
