using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>Something that is executed later for many objects at once.</summary>
internal abstract class LaterBatch
{
    /// <summary>Where the document asks for it. Batches of one place are executed together, whatever types of objects they are for.</summary>
    public abstract SyntaxNode Place { get; }

    /// <summary>Whether the client has been told of any of it.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Whether nothing of it is wanted any longer.</summary>
    public abstract bool IsOver { get; }
}

/// <summary>Deferred fields of all objects of a group.</summary>
/// <param name="objects">The objects.</param>
/// <param name="part">The fields.</param>
internal sealed class DeferredBatch(ObjectGroup objects, DeferredPart part) : LaterBatch
{
    /// <summary>The objects at their places in the response, with their index in the group.</summary>
    public List<DeferredTask> Tasks { get; } = [];

    public override SyntaxNode Place => part.Usages.Usages[0].Directive;

    public override bool IsReady => Tasks.Exists(task => task.Fragments.Any(fragment => fragment.State == DeliveryState.Announced));

    public override bool IsOver => !Tasks.Exists(task => task.IsStillWanted);

    /// <summary>The objects anew, with the deferred fields. All objects take part, so that rows need not be taken apart.</summary>
    public ObjectGroup MakeGroup() => new(part, objects.Rows);
}

/// <summary>The streamed lists of a field, for all of its parents.</summary>
/// <param name="field">The field.</param>
internal sealed class StreamedBatch(FieldResult field) : LaterBatch
{
    public FieldResult Field { get; } = field;

    public List<StreamedList> Lists { get; } = [];

    public override SyntaxNode Place => Field.Planned.Nodes[0];

    public override bool IsReady => Lists.Exists(list => list.State == DeliveryState.Announced);

    public override bool IsOver => Lists.TrueForAll(list => list.State == DeliveryState.Over);
}
