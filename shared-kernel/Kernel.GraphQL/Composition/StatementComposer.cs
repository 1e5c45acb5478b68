using System.Text.RegularExpressions;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes the fields whose statements modules wrote, and looks whether the statements keep to the rules.</summary>
internal sealed partial class StatementComposer(Composition composition)
{
    /// <summary>The field's type, resolver, arguments and permissions.</summary>
    /// <exception cref="InvalidOperationException">The statement is missing, names a table itself, or cannot be composed.</exception>
    public (string Type, FieldResolver Resolver, IEnumerable<ArgumentDefinition> Arguments, IReadOnlyList<string> Permissions) Make(
        StatementFieldDeclaration declaration, bool isRoot, IReadOnlyList<string> permissions, ParentReach? reach, string owner)
    {
        if (declaration.Statement.Compose is not { } compose)
            throw new InvalidOperationException("The statement is missing; call Sql(…).");
        var use = TypeUse.Of(declaration.ResultType);
        var isValue = composition.Types.Leaf(use.Type, owner) is not null;
        var value = isValue ? RowColumn.Of("value", ValueKind.Of(use.Type)!, static alias => Sql.Text($"{alias}.value")) : null;
        var named = composition.Types.Output(use, owner);
        var field = new StatementField(composition.Model, declaration, !isRoot, value, permissions, reach);
        Check(declaration, compose, field);
        var type = declaration.IsList ? $"[{named}]!" : isValue ? named : named.TrimEnd('!');
        return (type, field, declaration.Statement.Arguments.Select(argument => ArgumentOf(argument, owner)), permissions);
    }

    private ArgumentDefinition ArgumentOf(StatementArgument argument, string owner)
    {
        var use = TypeUse.Of(argument.Argument.ValueType) with { IsNullable = !argument.IsRequired, IdOf = argument.IdOf };
        return new ArgumentDefinition(argument.Argument.Name, composition.Types.Input(use, owner)) { Description = argument.Description };
    }

    /// <summary>Composes the statement once with every flag off and once with every flag on, so that mistakes show at start.</summary>
    private void Check(StatementFieldDeclaration declaration, Func<StatementSql, Sql> compose, StatementField field)
    {
        foreach (var flag in new[] { false, true })
        {
            var arguments = declaration.Statement.Arguments.ToDictionary(argument => argument.Argument.Name, argument => SampleOf(argument.Argument, flag));
            var sample = new ReadValues(0, default, SampleAccess.Instance) { Arguments = arguments };
            field.QueryOf([]).For(sample);
            var text = string.Concat(compose(new StatementSql(new StatementShape(sample))).Literals);
            if (TableInText().Matches(text).FirstOrDefault(IsTable) is { } table)
            {
                throw new InvalidOperationException(
                    $"The statement names the table {table.Groups["schema"].Value}.{table.Groups["table"].Value} itself; take tables from sql.Table<T>(alias), which keeps to the province and the user's reach.");
            }
        }
    }

    /// <summary>Whether what follows <c>from</c> is a table; it may also be an alias, as in <c>extract(year from person.born)</c>.</summary>
    private bool IsTable(Match named) => composition.Model.Schemas.Contains(named.Groups["schema"].Value);

    private static object? SampleOf(SqlArgument argument, bool flag)
    {
        if (argument.ValueType == typeof(bool))
            return flag;
        return argument.ValueType.IsEnum && flag ? Enum.GetValues(argument.ValueType).GetValue(0) : null;
    }

    [GeneratedRegex(@"\b(from|join)\s+""?(?<schema>\w+)""?\s*\.\s*""?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex TableInText();
}
