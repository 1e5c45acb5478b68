using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>What the rules share that want different names in a list and tell all places of a name at once.</summary>
internal static class UniqueNames
{
    public static void Report(ValidationContext context, IEnumerable<NameNode> names, Func<string, string> message)
    {
        foreach (var same in names.GroupBy(name => name.Value, StringComparer.Ordinal))
        {
            NameNode[] nodes = [.. same];
            if (nodes.Length > 1)
                context.Report(message(same.Key), nodes);
        }
    }
}
