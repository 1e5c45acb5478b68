namespace Modular.Kernel.Modules;

/// <summary>A bag with at most one object of each type, by which a layer keeps its own facts about something that it does not own.</summary>
public sealed class FeatureCollection
{
    private readonly Dictionary<Type, object> features = [];

    /// <summary>The feature of this type, or null.</summary>
    public T? Get<T>()
        where T : class => features.GetValueOrDefault(typeof(T)) as T;

    /// <summary>The feature of this type, made now if it is not there yet.</summary>
    public T GetOrAdd<T>()
        where T : class, new()
    {
        if (Get<T>() is { } known)
            return known;
        var made = new T();
        features[typeof(T)] = made;
        return made;
    }

    /// <summary>Puts a feature in the place of any earlier one of its type.</summary>
    public void Set<T>(T feature)
        where T : class => features[typeof(T)] = feature;
}
