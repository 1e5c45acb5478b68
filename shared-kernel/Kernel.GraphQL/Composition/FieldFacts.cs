using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>What a field says of itself beside its type; kept in the features of the schema's field, for documents and checks.</summary>
/// <param name="DataClass">How closely the value must be held; null for what is made of fields that say it themselves.</param>
/// <param name="Permissions">The permissions that the field takes, those of the type that it shows included.</param>
/// <param name="PublicReason">Why the field is open to every signed-in user of the province; null where a permission is needed.</param>
public sealed record FieldFacts(DataClass? DataClass, IReadOnlyList<string> Permissions, string? PublicReason)
{
    private const string SensitiveRemark = "Sensitive personal data: reading it is logged.";

    /// <summary>Writes the facts on a field. What is sensitive is logged from here on, whoever made the field and whatever resolves it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="subject">The column that tells whose data it is; null where the object itself is the subject.</param>
    internal void WriteOn(FieldDefinition field, RowColumn? subject = null)
    {
        WriteUnlogged(field);
        if (DataClass == Access.DataClass.Sensitive && field.Resolver is { } resolver)
            field.Resolver = new LoggedField(resolver, Permissions, subject);
    }

    /// <summary>Writes the facts on a field that is shown by a logged one.</summary>
    internal void WriteUnlogged(FieldDefinition field)
    {
        field.Features.Set(this);
        if (DataClass == Access.DataClass.Sensitive)
            field.Description = $"{field.Description} {SensitiveRemark}".TrimStart();
    }
}
