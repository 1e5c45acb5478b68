using System.Globalization;
using System.Reflection;
using System.Text;

namespace Modular.Architecture.Tests.Rules;

/// <summary>How types, members and parameters are written in the files of public surfaces: as C# writes them, one member a line.</summary>
internal static class SurfaceText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
    };

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>A type by its name, with its arguments.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Of(inner)}?";
        if (type.IsGenericParameter)
            return type.Name;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        var name = type.IsNested ? $"{Of(type.DeclaringType!)}.{type.Name}" : type.Name;
        var mark = name.LastIndexOf('`');
        return type.IsGenericType && mark >= 0
            ? $"{name[..mark]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : name;
    }

    /// <summary>The head of a type: what it is, its name with its namespace, and what it derives from.</summary>
    public static string HeadOf(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : IsDelegate(type) ? "delegate" : "class";
        var modifier = !type.IsClass || IsDelegate(type) ? "" : type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        List<string> bases = [];
        if (type.BaseType is { } derived && derived != typeof(object) && type.IsClass && !IsDelegate(type))
            bases.Add(Of(derived));
        if (!type.IsEnum && !IsDelegate(type))
            bases.AddRange(type.GetInterfaces().Where(known => known.IsVisible).Select(Of).Order(StringComparer.Ordinal));
        return $"{modifier}{kind} {type.Namespace}.{Of(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    /// <summary>A member that others may use or override; null for one that they cannot see, or that the compiler made of a record.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true, DeclaringType.IsEnum: true } value => $"{value.Name} = {Value(value.GetRawConstantValue())}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily =>
            $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Of(field.FieldType)}{Mark(Nullability.Create(field).ReadState, field.FieldType)} {field.Name}{(field.IsLiteral ? " = " + Value(field.GetRawConstantValue()) : "")}",
        PropertyInfo property when Reaches(property.GetMethod) || Reaches(property.SetMethod) => Of(property),
        EventInfo notice when Reaches(notice.AddMethod) => $"event {Of(notice.EventHandlerType!)} {notice.Name}",
        ConstructorInfo made when Reaches(made) => $"{Scope(made)}new({Parameters(made)})",
        MethodInfo { IsSpecialName: false } method when Reaches(method) && !IsMade(method) => Of(method),
        MethodInfo { IsSpecialName: true } method when Reaches(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) && !IsMade(method) => Of(method),
        _ => null,
    };

    /// <summary>Whether a type is a delegate.</summary>
    public static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static string Of(PropertyInfo property)
    {
        var accessors = new StringBuilder();
        if (Reaches(property.GetMethod))
            accessors.Append(" get;");
        if (Reaches(property.SetMethod))
            accessors.Append(property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;");
        var any = property.GetMethod ?? property.SetMethod!;
        var required = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters() is { Length: > 0 } indexes ? $"[{string.Join(", ", indexes.Select(Of))}]" : "";
        return $"{Scope(any)}{required}{Of(property.PropertyType)}{Mark(Nullability.Create(property).ReadState, property.PropertyType)} {(index.Length > 0 ? "this" + index : property.Name)} {{{accessors} }}";
    }

    private static string Of(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";
        return $"{Scope(method)}{Of(method.ReturnType)}{Mark(Nullability.Create(method.ReturnParameter).ReadState, method.ReturnType)} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var text = $"{way}{Of(parameter.ParameterType)}{Mark(Nullability.Create(parameter).ReadState, parameter.ParameterType)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {Value(parameter.RawDefaultValue)}" : text;
    }

    private static string Mark(NullabilityState state, Type type) => state == NullabilityState.Nullable && Nullable.GetUnderlyingType(type) is null ? "?" : "";

    private static string Value(object? value) => value switch { null => "null", string said => $"\"{said}\"", bool said => said ? "true" : "false", _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };

    private static string Scope(MethodBase method) => (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsInterface ? "virtual " : "");

    private static bool Reaches(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsMade(MethodInfo method) => method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
        || method.Name.StartsWith('<') || method.GetBaseDefinition().DeclaringType == typeof(object);
}
