using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>A kind of thing that is due (loại việc).</summary>
/// <param name="Id">The identifier; stable, for filters.</param>
/// <param name="Module">The module (phân hệ) that declares it.</param>
/// <param name="Title">What is due, in the language of the request.</param>
/// <param name="Task">What is to be done, and by whom.</param>
/// <param name="RuleId">The number of the domain's rule.</param>
/// <param name="RuleInstrument">The text in which the rule is written (văn bản quy định).</param>
[GraphQLName("WorkItemKind")]
[Classified(DataClass.Internal)]
internal sealed record WorkItemKindView(string Id, string Module, string Title, string Task, string RuleId, string RuleInstrument)
{
    public static WorkItemKindView Of(WorkItemKind kind, WorkItemCatalog catalog, ICurrentAccess access) => new(
        kind.Id, catalog.ModuleOf(kind), kind.Title.In(access.Language), kind.Task.In(access.Language), kind.Rule.Id, kind.Rule.Instrument);
}

/// <summary>What an item says of its kind.</summary>
internal sealed record KindOfItem(string KindId);

[ExtendObjectType("WorkItem")]
internal static class WorkItemKindField
{
    /// <summary>What it is, what is to be done, and under which rule.</summary>
    [Classified(DataClass.Internal)]
    public static IReadOnlyList<WorkItemKindView> Kind([Parents] IReadOnlyList<KindOfItem> items, WorkItemCatalog catalog, ICurrentAccess access)
    {
        var kinds = items.Select(item => item.KindId).Distinct().ToDictionary(id => id, id => WorkItemKindView.Of(catalog.Find(id)!, catalog, access));
        return [.. items.Select(item => kinds[item.KindId])];
    }
}

[QueryType]
internal static class WorkItemKindQueries
{
    /// <summary>The kinds of items that you may see somewhere, with the rules under which they are due.</summary>
    [Public(WorkItemType.ShownTo)]
    [AssumedSize(30)]
    public static async Task<IReadOnlyList<WorkItemKindView>> WorkItemKindsAsync(
        WorkItemCatalog catalog, ICurrentAccess access, ICurrentProvince province, ProvinceModules modules, CancellationToken cancellationToken)
    {
        // Roles keep the permissions of a module that is not enabled, for the day on which it is again.
        var enabled = (await modules.ReadAsync(cancellationToken)).GetValueOrDefault(province.Province.Id) ?? new HashSet<string>();
        return
        [
            .. catalog.All.Where(kind => access.Holds(kind.Permission) && catalog.IsEnabled(catalog.ModuleOf(kind), enabled))
                .Select(kind => WorkItemKindView.Of(kind, catalog, access)),
        ];
    }
}
