using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>The small parts of SDL.</summary>
internal static class SdlText
{
    public static string Description(string? description, string indentation = "", bool isFirst = true)
    {
        if (description is null) return "";
        var text = Printer.Print(new StringValue(description, BlockString.CanPrint(description)));
        var before = indentation.Length > 0 && !isFirst ? "\n" : "";
        return $"{before}{indentation}{text.Replace("\n", "\n" + indentation, StringComparison.Ordinal)}\n";
    }

    public static string Deprecated(string? reason)
    {
        if (reason is null) return "";
        return reason == SpecifiedDirectives.DefaultDeprecationReason ? " @deprecated" : $" @deprecated(reason: {Printer.Print(new StringValue(reason))})";
    }

    public static string SpecifiedBy(string? url) => url is null ? "" : $" @specifiedBy(url: {Printer.Print(new StringValue(url))})";

    public static string Lines<T>(IEnumerable<T> members, string indentation, Func<T, string?> descriptionOf, Func<T, string> print)
        => string.Join('\n', members.Select((member, index) => Description(descriptionOf(member), indentation, index == 0) + indentation + print(member)));
}
