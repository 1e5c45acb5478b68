namespace Modular.GraphQL.Execution;

/// <summary>
/// Set in <see cref="RequestContext.Features"/> by whoever gathers the statements of a level: the executor starts every field of the level,
/// calls the barrier once, and only then awaits the fields. So what the fields asked for can go out as one batch.
/// </summary>
public interface ILevelBarrier
{
    /// <summary>A level begins: what its fields ask for from now on is to be gathered until the release.</summary>
    void LevelStarts()
    {
    }

    /// <summary>All fields of the level have been started. Called once per level that has a field which has not completed yet.</summary>
    ValueTask ReleaseAsync(CancellationToken cancellationToken);
}
