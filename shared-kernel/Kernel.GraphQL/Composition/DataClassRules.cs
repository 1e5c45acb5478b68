using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Every value that a module shows says how closely it must be held. (What the kernel itself adds, such as ids, cursors and codes of errors, holds no personal
/// data.) What shows a record with sensitive values is sensitive too, because it knows whose they are.
/// </summary>
internal static class DataClassRules
{
    /// <summary>What breaks the rules.</summary>
    public static IEnumerable<SchemaConflict> Conflicts(Schema schema)
    {
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            foreach (var field in type.Fields)
            {
                if (field.Features.Get<FieldFacts>() is not { } facts)
                    continue;
                var member = $"{type.Name}.{field.Name}";
                var shown = field.Type.Named;
                if (facts.DataClass is null && shown is ScalarType or EnumType)
                {
                    yield return new SchemaConflict(
                        $"The field \"{member}\" of module \"{field.Owner}\" does not say how closely its value must be held.",
                        "Give it a DataClass, or [Classified(…)] on the method, the property or the record.", [member], [field.Owner]);
                }

                if (facts.DataClass != DataClass.Sensitive && shown is ObjectType record && ShowsUnlogged(record))
                {
                    yield return new SchemaConflict(
                        $"The field \"{member}\" of module \"{field.Owner}\" shows sensitive values of \"{record.Name}\" and is not sensitive itself, so nobody would log whose they are.",
                        "Classify it as DataClass.Sensitive.", [member], [field.Owner]);
                }
            }
        }
    }

    private static bool ShowsUnlogged(ObjectType record) => record.Fields.Any(field =>
        field.Features.Get<FieldFacts>()?.DataClass == DataClass.Sensitive && field.Resolver is not LoggedField);
}
