using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Where a parameter of a schema method takes its value from: an argument of the field, a service, the request, the parents, the cancellation.</summary>
internal abstract class MethodParameter
{
    /// <summary>The argument that the parameter is, or null.</summary>
    public virtual ArgumentDefinition? Argument => null;

    /// <summary>The value for one execution.</summary>
    public abstract object? Value(FieldExecution execution);

    /// <summary>Tells what a parameter is: an argument where its type has a place in the schema (scalars, enumerations, records, lists of these), else a
    /// service of the request.</summary>
    public static MethodParameter Of(ParameterInfo parameter, TypeMap types, string owner)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return new CancellationParameter();
        if (parameter.ParameterType == typeof(RequestContext))
            return new RequestParameter();
        var use = TypeUse.Of(parameter);
        return use.IdOf is not null || types.Leaf(use.Named, owner) is not null || IsRecord(use.Named)
            ? new ArgumentParameter(parameter, use, types, owner)
            : new ServiceParameter(parameter.ParameterType);
    }

    /// <summary>Whether a class was written as a record, as inputs are.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private sealed class ArgumentParameter(ParameterInfo parameter, TypeUse use, TypeMap types, string owner) : MethodParameter
    {
        private readonly string name = parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.CamelCase(parameter.Name!);

        public override ArgumentDefinition Argument { get; } = new(
            parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.CamelCase(parameter.Name!),
            types.Input(use, owner))
        {
            Description = XmlDescriptions.Of(parameter),
            Deprecated = parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Default = InputDefaults.Of(parameter),
        };

        public override object? Value(FieldExecution execution)
        {
            var value = InputBinder.Bind(execution.Arguments.Raw(name), use, name);
            if (use.IsOptional)
                return execution.Arguments.Has(name) ? parameter.ParameterType.GetConstructors()[0].Invoke([value]) : Activator.CreateInstance(parameter.ParameterType);
            return value;
        }
    }

    private sealed class ServiceParameter(Type type) : MethodParameter
    {
        public override object Value(FieldExecution execution) => execution.Kernel().Services.GetRequiredService(type);
    }

    private sealed class RequestParameter : MethodParameter
    {
        public override object Value(FieldExecution execution) => execution.Request;
    }

    private sealed class CancellationParameter : MethodParameter
    {
        public override object Value(FieldExecution execution) => execution.CancellationToken;
    }
}
