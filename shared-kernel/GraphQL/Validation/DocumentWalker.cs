using System.Collections.Immutable;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation;

/// <summary>Walks the executable definitions of a document once, keeps the context's types current and calls the rules.</summary>
internal sealed class DocumentWalker(ValidationContext context, RuleHooks hooks)
{
    private readonly Schema schema = context.Schema;
    private Definition? definition;

    public void Walk()
    {
        hooks.DocumentEntered?.Invoke(context.Document);
        foreach (var next in context.Document.Definitions)
        {
            definition = next;
            if (next is OperationDefinition operation)
                WalkOperation(operation);
            else if (next is FragmentDefinition fragment)
                WalkFragment(fragment);
        }

        hooks.DocumentLeft?.Invoke(context.Document);
    }

    private void WalkOperation(OperationDefinition operation)
    {
        context.CurrentType = schema.RootType(operation.Operation);
        hooks.OperationEntered?.Invoke(operation);
        foreach (var variable in operation.VariableDefinitions)
            WalkVariableDefinition(variable);

        WalkDirectives(operation.Directives, operation);
        WalkSelectionSet(operation.SelectionSet);
        context.CurrentType = null;
    }

    private void WalkFragment(FragmentDefinition fragment)
    {
        context.CurrentType = schema.FindType(fragment.TypeCondition) is { IsOutput: true } type ? type : null;
        hooks.FragmentEntered?.Invoke(fragment);
        hooks.NamedTypeEntered?.Invoke(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, fragment);
        WalkSelectionSet(fragment.SelectionSet);
        context.CurrentType = null;
    }

    private void WalkVariableDefinition(VariableDefinition variable)
    {
        context.InputType = schema.FindType(variable.Type) is { IsInput: true } type ? type : null;
        hooks.VariableDefinitionEntered?.Invoke(variable);
        WalkType(variable.Type);
        if (variable.DefaultValue is { } value)
            WalkValue(value);

        WalkDirectives(variable.Directives, variable);
        context.InputType = null;
    }

    private void WalkType(TypeNode type)
    {
        while (type is not NamedTypeNode)
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;

        hooks.NamedTypeEntered?.Invoke((NamedTypeNode)type);
    }

    private void WalkSelectionSet(SelectionSet selectionSet)
    {
        var outerParent = context.ParentType;
        context.ParentType = context.CurrentType?.Named as CompositeType;
        hooks.SelectionSetEntered?.Invoke(selectionSet);
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    WalkField(field);
                    break;
                case InlineFragment inline:
                    WalkInlineFragment(inline);
                    break;
                case FragmentSpread spread:
                    hooks.FragmentSpreadEntered?.Invoke(spread);
                    WalkDirectives(spread.Directives, spread);
                    break;
            }
        }

        context.ParentType = outerParent;
    }

    private void WalkField(FieldNode field)
    {
        var (outerField, outerType) = (context.Field, context.CurrentType);
        context.Field = context.ParentType is { } parent ? schema.FindField(parent, field.Name.Value) : null;
        context.CurrentType = context.Field?.Type;
        hooks.FieldEntered?.Invoke(field);
        WalkArguments(field.Arguments);
        WalkDirectives(field.Directives, field);
        if (field.SelectionSet is { } selectionSet)
            WalkSelectionSet(selectionSet);

        hooks.FieldLeft?.Invoke(field);
        (context.Field, context.CurrentType) = (outerField, outerType);
    }

    private void WalkInlineFragment(InlineFragment inline)
    {
        var outerType = context.CurrentType;
        context.CurrentType = inline.TypeCondition is { } condition
            ? schema.FindType(condition) is { IsOutput: true } type ? type : null
            : context.ParentType;
        hooks.InlineFragmentEntered?.Invoke(inline);
        if (inline.TypeCondition is { } named)
            hooks.NamedTypeEntered?.Invoke(named);

        WalkDirectives(inline.Directives, inline);
        WalkSelectionSet(inline.SelectionSet);
        context.CurrentType = outerType;
    }

    private void WalkDirectives(ImmutableArray<DirectiveNode> directives, SyntaxNode place)
    {
        if (directives.IsEmpty)
            return;

        hooks.DirectivesEntered?.Invoke(directives);
        foreach (var directive in directives)
        {
            context.Directive = schema.FindDirective(directive.Name.Value);
            hooks.DirectiveEntered?.Invoke(directive, place);
            WalkArguments(directive.Arguments);
            hooks.DirectiveLeft?.Invoke(directive);
            context.Directive = null;
        }
    }

    private void WalkArguments(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.IsEmpty)
            return;

        var (outerInput, outerDefault) = (context.InputType, context.HasLocationDefault);
        foreach (var argument in arguments)
        {
            // The arguments of an unknown directive are looked up in the field that it stands at, as graphql-js does.
            var known = context.Directive is { } directive
                ? directive.FindArgument(argument.Name.Value)
                : context.Field?.FindArgument(argument.Name.Value);
            context.InputType = known?.Type;
            context.HasLocationDefault = known is { HasDefault: true };
            WalkValue(argument.Value);
        }

        (context.InputType, context.HasLocationDefault) = (outerInput, outerDefault);
    }

    private void WalkValue(ValueNode value)
    {
        switch (value)
        {
            case Variable variable:
                context.Facts.AddUsage(
                    definition!, new VariableUsage(variable, context.InputType, context.HasLocationDefault, context.ParentInputType));
                break;
            case ListValue list:
                WalkList(list);
                break;
            case ObjectValue inputObject:
                WalkObject(inputObject);
                break;
            default:
                hooks.ValueEntered?.Invoke(value);
                break;
        }
    }

    private void WalkList(ListValue list)
    {
        var (outerInput, outerParent, outerDefault) = (context.InputType, context.ParentInputType, context.HasLocationDefault);
        context.ParentInputType = outerInput;
        context.InputType = outerInput?.Nullable is ListType listType ? listType.ItemType : outerInput?.Nullable;
        context.HasLocationDefault = false;
        hooks.ValueEntered?.Invoke(list);
        foreach (var item in list.Values)
            WalkValue(item);

        hooks.ValueLeft?.Invoke(list);
        (context.InputType, context.ParentInputType, context.HasLocationDefault) = (outerInput, outerParent, outerDefault);
    }

    private void WalkObject(ObjectValue inputObject)
    {
        var (outerInput, outerParent, outerDefault) = (context.InputType, context.ParentInputType, context.HasLocationDefault);
        hooks.ValueEntered?.Invoke(inputObject);
        foreach (var field in inputObject.Fields)
        {
            var known = (outerInput?.Named as InputObjectType)?.FindField(field.Name.Value);
            context.ParentInputType = outerInput;
            context.InputType = known?.Type;
            context.HasLocationDefault = known is { HasDefault: true };
            hooks.ObjectFieldEntered?.Invoke(field);
            WalkValue(field.Value);
            (context.InputType, context.ParentInputType, context.HasLocationDefault) = (outerInput, outerParent, outerDefault);
        }

        hooks.ValueLeft?.Invoke(inputObject);
    }
}
