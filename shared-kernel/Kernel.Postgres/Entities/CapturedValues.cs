using System.Linq.Expressions;
using System.Reflection;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Puts the values that a lambda captured in their place, so that a filter refers to its context directly.</summary>
internal sealed class CapturedValues : ExpressionVisitor
{
    public static readonly CapturedValues Inliner = new();

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node is { Member: FieldInfo field } && Visit(node.Expression) is ConstantExpression owner)
            return Expression.Constant(field.GetValue(owner.Value), field.FieldType);
        return base.VisitMember(node);
    }
}
