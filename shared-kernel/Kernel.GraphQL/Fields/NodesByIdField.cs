using System.Collections.Concurrent;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// <c>node(id)</c> and <c>nodes(ids)</c>: entities of any type that is a <c>Node</c>, by one statement for each type among the ids. What
/// does not exist, or is out of the user's reach, is null.
/// </summary>
/// <param name="tables">The entity types that are nodes, by name.</param>
/// <param name="many">Whether it is <c>nodes</c>.</param>
internal sealed class NodesByIdField(IReadOnlyDictionary<string, EntityTable> tables, bool many) : UnplannedResolver
{
    private const int MostIds = 200;

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning) => new Planned(tables, many, planning.Planned);

    private sealed class Planned(IReadOnlyDictionary<string, EntityTable> tables, bool many, PlannedField field) : FieldResolver, IRowSource
    {
        // Types that no request asks for are never planned.
        private readonly ConcurrentDictionary<string, PlannedRows> plans = new();

        public RowLayout LayoutOf(ObjectType type) => PlanOf(type.Name).Layout;

        public override async ValueTask<Column> ResolveAsync(FieldExecution execution)
        {
            var ids = many ? execution.Arguments.Get<string[]>("ids")! : [execution.Arguments.Get<string>("id")!];
            if (ids.Length > MostIds)
                throw PageWindow.Refused($"nodes takes at most {MostIds} ids, not {ids.Length}.");
            var parsed = ids.Select(Parse).ToArray();
            var parts = new List<NodeRows.Part>();
            foreach (var group in parsed.Where(id => Allowed(execution, id.TypeName)).GroupBy(id => id.TypeName))
                parts.Add(new NodeRows.Part(PlanOf(group.Key), Read(execution, PlanOf(group.Key), [.. group.Select(id => id.Key).Distinct()])));
            foreach (var part in parts)
                part.Rows = new ReadRows(part.Plan.Type, await part.Reading);
            var column = NodeRows.Of(parts, parsed);
            return many ? new ListColumn([0, column.Count], column) : column;
        }

        private static Task<ReadResult> Read(FieldExecution execution, PlannedRows plan, Guid[] keys)
        {
            var values = execution.Kernel().Values(keys);
            return execution.Kernel().Session.ReadAsync(plan.Query.ByKeys(values), values, plan.Query.Layout);
        }

        private GlobalId Parse(string id) => GlobalId.TryParse(id, out var parsed) && tables.ContainsKey(parsed.TypeName)
            ? parsed
            : throw new GraphQLException($"\"{id}\" is no id of an object that can be asked for here.", KernelErrorCodes.BadInput);

        /// <summary>Whether the user may read the type at all; else the request is told once for each type.</summary>
        private bool Allowed(FieldExecution execution, string typeName)
        {
            var missing = tables[typeName].Permissions.FirstOrDefault(permission => !execution.Kernel().Access.Holds(permission));
            if (missing is null)
                return true;
            var error = GuardedResolver.Forbidden($"objects of type {typeName}", missing);
            if (many)
                execution.Request.AddError(error);
            else
                execution.AddError(0, error);
            return false;
        }

        private PlannedRows PlanOf(string typeName) => plans.GetOrAdd(typeName, name => tables[name].Plan(field));
    }
}
