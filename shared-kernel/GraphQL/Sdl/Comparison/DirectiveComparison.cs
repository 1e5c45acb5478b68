using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>Compares directives.</summary>
internal static class DirectiveComparison
{
    public static void Compare(IReadOnlyList<Directive> before, IReadOnlyList<Directive> after, ChangeList changes)
    {
        var directives = Difference.Of(before, after, directive => directive.Name);
        foreach (var directive in directives.Removed) changes.Breaking("DIRECTIVE_REMOVED", $"@{directive.Name}", $"Directive @{directive.Name} was removed.");
        foreach (var directive in directives.Added) changes.Safe("DIRECTIVE_ADDED", $"@{directive.Name}", $"Directive @{directive.Name} was added.");
        foreach (var (old, current) in directives.Kept) Compare($"@{old.Name}", old, current, changes);
    }

    private static void Compare(string name, Directive old, Directive current, ChangeList changes)
    {
        CompareArguments(name, old, current, changes);
        if (old.IsRepeatable && !current.IsRepeatable) changes.Breaking("DIRECTIVE_REPEATABLE_REMOVED", name, $"Repeatable flag was removed from {name}.");
        if (current.IsRepeatable && !old.IsRepeatable) changes.Safe("DIRECTIVE_REPEATABLE_ADDED", name, $"Repeatable flag was added to {name}.");
        changes.CompareDescriptions(name, old.Description, current.Description);
        foreach (var location in old.Locations.Except(current.Locations))
            changes.Breaking("DIRECTIVE_LOCATION_REMOVED", name, $"{location.ToSdl()} was removed from {name}.");
        foreach (var location in current.Locations.Except(old.Locations))
            changes.Safe("DIRECTIVE_LOCATION_ADDED", name, $"{location.ToSdl()} was added to {name}.");
    }

    private static void CompareArguments(string name, Directive old, Directive current, ChangeList changes)
    {
        var arguments = Difference.Of(old.Arguments, current.Arguments, argument => argument.Name);
        foreach (var argument in arguments.Added)
        {
            var coordinate = $"{name}({argument.Name}:)";
            if (argument.IsRequired) changes.Breaking("REQUIRED_DIRECTIVE_ARG_ADDED", coordinate, $"A required argument {coordinate} was added.");
            else changes.Safe("OPTIONAL_DIRECTIVE_ARG_ADDED", coordinate, $"An optional argument {coordinate} was added.");
        }

        foreach (var argument in arguments.Removed) changes.Breaking("DIRECTIVE_ARG_REMOVED", $"{name}({argument.Name}:)", $"Argument {name}({argument.Name}:) was removed.");
        foreach (var (was, argument) in arguments.Kept) InputComparison.CompareArguments($"{name}({argument.Name}:)", was, argument, changes);
    }
}
