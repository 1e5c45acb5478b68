using System.Text;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>Why fields of one response key cannot be merged, and which fields they are on either side.</summary>
internal sealed record Conflict(
    string ResponseKey, string Reason, IReadOnlyList<FieldNode> FirstFields, IReadOnlyList<FieldNode> SecondFields)
{
    private const int MaxTextLength = 1000;
    private const int MaxNodes = 20;

    public string Message =>
        $"Fields \"{Abbreviate(ResponseKey)}\" conflict because {Reason}. "
        + "Use different aliases on the fields to fetch both if this was intentional.";

    /// <summary>The one conflict of two fields whose subfields conflict.</summary>
    public static Conflict OfSubfields(string responseKey, FieldNode first, FieldNode second, List<Conflict> conflicts)
    {
        var reason = new StringBuilder();
        foreach (var conflict in conflicts)
        {
            reason.Append(reason.Length == 0 ? "" : " and ")
                .Append($"subfields \"{Abbreviate(conflict.ResponseKey)}\" conflict because {conflict.Reason}");
            if (reason.Length > MaxTextLength)
                break;
        }

        return new Conflict(
            responseKey,
            Abbreviate(reason.ToString()),
            Nodes(first, conflicts.Select(conflict => conflict.FirstFields)),
            Nodes(second, conflicts.Select(conflict => conflict.SecondFields)));
    }

    public static string Abbreviate(string text) => text.Length > MaxTextLength ? text[..MaxTextLength] + "..." : text;

    /// <summary>The field and those below it. Where there is no room for all, the deeper ones stay, since they tell more.</summary>
    private static List<FieldNode> Nodes(FieldNode field, IEnumerable<IReadOnlyList<FieldNode>> below)
    {
        var nodes = new List<FieldNode> { field };
        foreach (var fields in below)
        {
            nodes.AddRange(fields.TakeLast(MaxNodes - nodes.Count));
            if (nodes.Count == MaxNodes)
                break;
        }

        return nodes;
    }
}
