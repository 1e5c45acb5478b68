using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Looks at every text of a change for the stamps of state secrets, which a system within reach of the Internet does not keep (PD-24). What a document says is refused; it may be
/// pointed to by number, day and place. Other texts are taken, with a warning in the response's <c>extensions.warnings</c>: a stamp in a remark may be a quotation.
/// </summary>
internal static class SecretTexts
{
    private const string Warnings = "warnings";

    private static readonly LocalizedText Refusal = new(
        "Văn bản mang dấu mật không được lưu trong hệ thống này; chỉ ghi số, ngày và nơi lưu giữ (PD-24).",
        "A document that is marked as a state secret is not kept in this system; enter its number, its day and where it is kept (PD-24).");

    private static readonly LocalizedText Remark = new(
        "Nội dung có dấu mật; nếu là bí mật nhà nước thì phải xóa khỏi hệ thống này (PD-24).",
        "The text bears a stamp of secrecy; if it is a state secret it must be taken out of this system (PD-24).");

    /// <summary>Why a change is not made because of what its texts are marked with; warns of the others.</summary>
    public static Problem? Check(FieldExecution execution, InputObjectValue? input)
    {
        if (input is null)
            return null;
        var marked = Marked(input, "input", isDocument: false).ToList();
        if (marked.Find(text => text.IsDocument) is { Path: { } path })
            return new InvalidInput(Refusal) { Field = path };
        if (marked.Count > 0)
        {
            var language = execution.Kernel().Access.Language;
            execution.Request.AddExtension(Warnings, marked.Select(text => (object?)new Dictionary<string, object?>
            {
                ["code"] = "TEXT_BEARS_A_STAMP_OF_SECRECY",
                ["field"] = text.Path,
                ["message"] = Remark.In(language),
            }).ToList());
        }

        return null;
    }

    private static IEnumerable<MarkedText> Marked(InputObjectValue input, string path, bool isDocument)
    {
        foreach (var (name, value) in input.Fields)
        {
            foreach (var marked in MarkedIn(value, $"{path}.{name}", isDocument || DescribesDocument(input.Type)))
                yield return marked;
        }
    }

    private static IEnumerable<MarkedText> MarkedIn(object? value, string path, bool isDocument) => value switch
    {
        string text when StateSecretStamps.Find(text) is not null => [new MarkedText(path, isDocument)],
        InputObjectValue inner => Marked(inner, path, isDocument),
        object?[] items => items.SelectMany(item => MarkedIn(item, path, isDocument)),
        _ => [],
    };

    // Inputs that describe a paper are named so in every module: DecisionInput, MemberDecisionInput, …DocumentInput.
    private static bool DescribesDocument(InputObjectType type) =>
        type.Name.EndsWith("DecisionInput", StringComparison.Ordinal) || type.Name.EndsWith("DocumentInput", StringComparison.Ordinal);

    private sealed record MarkedText(string Path, bool IsDocument);
}
