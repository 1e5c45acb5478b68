using System.Text;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.Introspection;

/// <summary>Resolves <c>__typename</c>, whose parents all have the type on which it is planned.</summary>
internal sealed class TypeNameResolver : FieldResolver
{
    public static readonly TypeNameResolver Instance = new();

    public override FieldResolver Plan(FieldPlanning planning) => new Planned(Encoding.UTF8.GetBytes($"\"{planning.ParentType.Name}\""));

    public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        => throw new InvalidOperationException("__typename is resolved by its planned form.");

    private sealed class Planned(byte[] json) : FieldResolver
    {
        public override ValueTask<Column> ResolveAsync(FieldExecution execution) => new(new ConstantColumn(execution.Parents.Count, json));
    }

    private sealed class ConstantColumn(int count, byte[] json) : LeafColumn
    {
        public override int Count => count;

        public override bool HasNulls => false;

        public override bool IsNull(int index) => false;

        public override void Write(int index, JsonSink sink) => sink.WriteRaw(json);
    }
}
