using System.Diagnostics.CodeAnalysis;

namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// A bag of facts that other layers attach to a definition or to a request (permissions, data class, cost, CLR type, ...),
/// keyed by the CLR type of the fact. The bags of a built <see cref="Schema"/> are frozen.
/// </summary>
public sealed class Features
{
    // A handful at most, so that looking at each is faster than hashing.
    private (Type Type, object Fact)[] facts = [];
    private int count;
    private bool frozen;

    /// <summary>The fact of type <typeparamref name="T"/>, or <see langword="null"/> when none is attached.</summary>
    public T? Get<T>() where T : class
    {
        for (var i = 0; i < count; i++)
        {
            if (facts[i].Type == typeof(T)) return (T)facts[i].Fact;
        }

        return null;
    }

    /// <summary>Tells whether a fact of type <typeparamref name="T"/> is attached, and which.</summary>
    public bool TryGet<T>([NotNullWhen(true)] out T? fact) where T : class
    {
        fact = Get<T>();
        return fact is not null;
    }

    /// <summary>Attaches a fact, replacing an earlier one of the same type.</summary>
    /// <returns>This bag, so that calls can be chained.</returns>
    /// <exception cref="InvalidOperationException">The bag belongs to a built schema.</exception>
    public Features Set<T>(T fact) where T : class
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (frozen) throw new InvalidOperationException("The features of a built schema cannot be changed.");
        Put(typeof(T), fact);
        return this;
    }

    /// <summary>A frozen bag with the facts of this one and then those of <paramref name="others"/>, where later facts win.</summary>
    internal Features FrozenWith(params IEnumerable<Features> others)
    {
        var copy = new Features { facts = [.. facts], count = count };
        foreach (var other in others)
        {
            for (var i = 0; i < other.count; i++) copy.Put(other.facts[i].Type, other.facts[i].Fact);
        }

        copy.frozen = true;
        return copy;
    }

    private void Put(Type type, object fact)
    {
        var place = 0;
        while (place < count && facts[place].Type != type) place++;
        if (place == facts.Length) Array.Resize(ref facts, Math.Max(4, 2 * count));
        facts[place] = (type, fact);
        count = Math.Max(count, place + 1);
    }
}
