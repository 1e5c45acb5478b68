namespace Modular.GraphQL.Language;

/// <summary>The kinds of syntax nodes, named as the grammar of the specification (Appendix C) names them.</summary>
public enum SyntaxKind : byte
{
    /// <summary><see cref="NameNode"/>.</summary>
    Name,

    /// <summary><see cref="Language.Document"/>.</summary>
    Document,

    /// <summary><see cref="Language.OperationDefinition"/>.</summary>
    OperationDefinition,

    /// <summary><see cref="Language.FragmentDefinition"/>.</summary>
    FragmentDefinition,

    /// <summary><see cref="Language.VariableDefinition"/>.</summary>
    VariableDefinition,

    /// <summary><see cref="Language.SelectionSet"/>.</summary>
    SelectionSet,

    /// <summary><see cref="FieldNode"/>.</summary>
    Field,

    /// <summary><see cref="Language.FragmentSpread"/>.</summary>
    FragmentSpread,

    /// <summary><see cref="Language.InlineFragment"/>.</summary>
    InlineFragment,

    /// <summary><see cref="ArgumentNode"/>.</summary>
    Argument,

    /// <summary><see cref="DirectiveNode"/>.</summary>
    Directive,

    /// <summary><see cref="Language.Variable"/>.</summary>
    Variable,

    /// <summary><see cref="Language.IntValue"/>.</summary>
    IntValue,

    /// <summary><see cref="Language.FloatValue"/>.</summary>
    FloatValue,

    /// <summary><see cref="Language.StringValue"/>.</summary>
    StringValue,

    /// <summary><see cref="Language.BooleanValue"/>.</summary>
    BooleanValue,

    /// <summary><see cref="Language.NullValue"/>.</summary>
    NullValue,

    /// <summary><see cref="EnumValueNode"/>.</summary>
    EnumValue,

    /// <summary><see cref="Language.ListValue"/>.</summary>
    ListValue,

    /// <summary><see cref="Language.ObjectValue"/>.</summary>
    ObjectValue,

    /// <summary><see cref="ObjectFieldNode"/>.</summary>
    ObjectField,

    /// <summary><see cref="NamedTypeNode"/>.</summary>
    NamedType,

    /// <summary><see cref="ListTypeNode"/>.</summary>
    ListType,

    /// <summary><see cref="NonNullTypeNode"/>.</summary>
    NonNullType,

    /// <summary><see cref="SchemaDefinitionNode"/>.</summary>
    SchemaDefinition,

    /// <summary><see cref="OperationTypeDefinitionNode"/>.</summary>
    OperationTypeDefinition,

    /// <summary><see cref="ScalarTypeDefinitionNode"/>.</summary>
    ScalarTypeDefinition,

    /// <summary><see cref="ObjectTypeDefinitionNode"/>.</summary>
    ObjectTypeDefinition,

    /// <summary><see cref="FieldDefinitionNode"/>.</summary>
    FieldDefinition,

    /// <summary><see cref="InputValueDefinitionNode"/>.</summary>
    InputValueDefinition,

    /// <summary><see cref="InterfaceTypeDefinitionNode"/>.</summary>
    InterfaceTypeDefinition,

    /// <summary><see cref="UnionTypeDefinitionNode"/>.</summary>
    UnionTypeDefinition,

    /// <summary><see cref="EnumTypeDefinitionNode"/>.</summary>
    EnumTypeDefinition,

    /// <summary><see cref="EnumValueDefinitionNode"/>.</summary>
    EnumValueDefinition,

    /// <summary><see cref="InputObjectTypeDefinitionNode"/>.</summary>
    InputObjectTypeDefinition,

    /// <summary><see cref="DirectiveDefinitionNode"/>.</summary>
    DirectiveDefinition,

    /// <summary><see cref="SchemaExtensionNode"/>.</summary>
    SchemaExtension,

    /// <summary><see cref="ScalarTypeExtensionNode"/>.</summary>
    ScalarTypeExtension,

    /// <summary><see cref="ObjectTypeExtensionNode"/>.</summary>
    ObjectTypeExtension,

    /// <summary><see cref="InterfaceTypeExtensionNode"/>.</summary>
    InterfaceTypeExtension,

    /// <summary><see cref="UnionTypeExtensionNode"/>.</summary>
    UnionTypeExtension,

    /// <summary><see cref="EnumTypeExtensionNode"/>.</summary>
    EnumTypeExtension,

    /// <summary><see cref="InputObjectTypeExtensionNode"/>.</summary>
    InputObjectTypeExtension,
}
