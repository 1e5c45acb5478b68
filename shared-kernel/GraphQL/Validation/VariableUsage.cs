using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type that the place expects; absent where it is unknown.</param>
/// <param name="HasLocationDefault">Whether the argument or input field has a default for an absent value.</param>
/// <param name="ParentType">The type of the list or input object that the variable stands in directly.</param>
internal readonly record struct VariableUsage(Variable Node, GraphQLType? Type, bool HasLocationDefault, GraphQLType? ParentType);
