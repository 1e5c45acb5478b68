using System.Linq.Expressions;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>Reads the property out of a lambda such as <c>m => m.FullName</c> or, within a complex property, <c>m => m.Home.Commune</c>.</summary>
public static class PropertyOf
{
    /// <summary>The name of the property; within a complex property the names joined by dots.</summary>
    /// <exception cref="ArgumentException">The lambda does not name a property of its parameter and nothing else.</exception>
    public static string Name(LambdaExpression lambda)
    {
        var names = new Stack<string>();
        var part = WithoutConversion(lambda.Body);
        for (; part is MemberExpression member; part = WithoutConversion(member.Expression!))
            names.Push(member.Member.Name);
        return part is ParameterExpression && names.Count > 0
            ? string.Join('.', names)
            : throw new ArgumentException($"'{lambda}' must name one property of {lambda.Parameters[0].Type.Name}.");
    }

    private static Expression WithoutConversion(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
            expression = conversion.Operand;
        return expression;
    }
}
