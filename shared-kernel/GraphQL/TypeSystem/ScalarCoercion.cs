using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>How the values of a scalar are read from requests and written to responses. One instance serves all threads.</summary>
public abstract class ScalarCoercion
{
    /// <summary>
    /// The CLR type whose instances need no result coercion, so that a column of them is written without asking; <see langword="null"/>
    /// when every value has to be looked at.
    /// </summary>
    public virtual Type? ResultType => null;

    /// <summary>
    /// A writer for values of a CLR type that are never refused, so that a column of them is written without boxing; <see langword="null"/> for
    /// all other types.
    /// </summary>
    public virtual LeafWriter<T>? WriterFor<T>() => null;

    /// <summary>Coerces a value of the request's variables. It is never JSON null.</summary>
    public abstract Coercion CoerceInput(JsonElement value);

    /// <summary>Coerces a literal of a document. It is never null or a variable.</summary>
    public abstract Coercion CoerceLiteral(ValueNode literal);

    /// <summary>Coerces what a resolver returned into what <see cref="Write"/> takes.</summary>
    public abstract Coercion CoerceResult(object value);

    /// <summary>Writes a value that <see cref="CoerceResult"/> made, as exactly one JSON value. Must not fail.</summary>
    public abstract void Write(object value, JsonSink sink);
}

/// <summary>The outcome of a coercion: a value, or the message of the error.</summary>
public readonly struct Coercion
{
    private Coercion(object? value, string? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The coerced value; <see langword="null"/> when it failed.</summary>
    public object? Value { get; }

    /// <summary>Why it failed, as the response tells it; <see langword="null"/> when it succeeded.</summary>
    public string? Error { get; }

    /// <summary>Whether it failed.</summary>
    public bool Failed => Error is not null;

    /// <summary>A success.</summary>
    public static Coercion To(object? value) => new(value, null);

    /// <summary>A failure with its message, for instance <c>Int cannot represent non-integer value: "x"</c>.</summary>
    public static Coercion Fail(string error) => new(null, error);
}
