using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Gathers what keeps declarations from becoming a schema, so that all is told at once.</summary>
internal sealed class CompositionErrors
{
    private readonly List<SchemaConflict> conflicts = [];

    /// <summary>Adds a conflict.</summary>
    public void Add(string message, string fix, string member, string owner) => conflicts.Add(new SchemaConflict(message, fix, [member], [owner]));

    /// <summary>Runs a part of the composition; what a declaration does wrong there becomes a conflict.</summary>
    public void Guard(string member, string owner, Action compose)
    {
        try
        {
            compose();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            Add($"{member} of module \"{owner}\": {wrong.Message}", "Correct the declaration.", member, owner);
        }
    }

    /// <summary>Builds the schema, unless there are conflicts.</summary>
    /// <exception cref="SchemaException">There are conflicts, of declarations or of the built schema.</exception>
    public Schema Build(SchemaBuilder builder)
    {
        try
        {
            var schema = builder.Build();
            conflicts.AddRange(DataClassRules.Conflicts(schema));
            return conflicts.Count == 0 ? schema : throw new SchemaException(conflicts);
        }
        catch (SchemaException broken) when (broken.Conflicts != conflicts)
        {
            throw new SchemaException([.. conflicts, .. broken.Conflicts]);
        }
    }
}
