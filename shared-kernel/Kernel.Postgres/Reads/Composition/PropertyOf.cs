using System.Linq.Expressions;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>Reads the property out of a lambda such as <c>m => m.FullName</c>.</summary>
public static class PropertyOf
{
    /// <summary>The name of the property.</summary>
    /// <exception cref="ArgumentException">The lambda does not name a property of its parameter and nothing else.</exception>
    public static string Name(LambdaExpression lambda)
    {
        var body = lambda.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
            body = conversion.Operand;
        return body is MemberExpression { Expression: ParameterExpression } member
            ? member.Member.Name
            : throw new ArgumentException($"'{lambda}' must name one property of {lambda.Parameters[0].Type.Name}.");
    }
}
