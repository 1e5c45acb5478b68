using Modular.GraphQL.CodeFirst;
using Modular.Isolation.Tests.Schema;

namespace Modular.Isolation.Tests.Cases;

/// <summary>
/// The questions that the schema allows, made from it by rule: each field of each object that can be reached from the roots without knowing
/// an id, with each of its arguments, each filter, order and search.
/// </summary>
internal sealed class ReadingCases
{
    /// <summary>Stands for an id in the documents of <see cref="Naming"/>.</summary>
    public const string Id = "$ID$";

    private const string Page = "first: 50";
    private const string ShortPage = "first: 20";

    private readonly ServedSchema schema;
    private readonly Guesses guesses;
    private readonly Dictionary<string, (string Before, string After)> pathTo = new() { ["Query"] = ("{ ", " }") };
    private readonly List<ReadingCase> cases = [];
    private readonly HashSet<string> covered = [];
    private readonly HashSet<string> guessed = [];

    private ReadingCases(ServedSchema schema, Guesses guesses) => (this.schema, this.guesses) = (schema, guesses);

    /// <summary>
    /// The questions that name an object by its id: each argument that is one, or holds one, of each field that can be reached. The id is written
    /// <see cref="Id"/>.
    /// </summary>
    public static IReadOnlyList<ReadingCase> Naming(ServedSchema schema, bool isUuid)
    {
        var all = new ReadingCases(schema, isUuid ? new Guesses(schema, [new GlobalId("Organization", Guid.Empty).ToString()], Id) : new Guesses(schema, [Id], Guid.Empty.ToString()));
        all.Walk();
        all.cases.Clear();
        foreach (var typeName in all.pathTo.Keys)
        {
            foreach (var field in schema[typeName].Fields)
                all.AskById(typeName, field, isUuid);
        }

        return [.. all.cases.Where(asked => asked.Document.Contains(Id, StringComparison.Ordinal))];
    }

    /// <summary>The cases, and the fields (<c>Type.field</c>) and arguments (<c>Type.field(argument:)</c>) that they are about.</summary>
    public static (IReadOnlyList<ReadingCase> Cases, IReadOnlySet<string> Covered) Of(ServedSchema schema, Guesses guesses)
    {
        var all = new ReadingCases(schema, guesses);
        all.Walk();
        return (all.cases, all.covered);
    }

    private void Walk()
    {
        // Ways through lists come first: what leads to one object (`myMember`) shows nothing of most types.
        var roots = schema["Query"].Fields.Where(IsAskable).ToLookup(field => IsConnection(field.Type.Named));
        Follow(roots[true]);
        Follow(roots[false]);
    }

    /// <summary>Asks for the fields of the query root and, through them, for those of all types that they lead to, the nearest first.</summary>
    private void Follow(IEnumerable<ServedField> roots)
    {
        var waiting = new Queue<string>();
        foreach (var field in roots)
            AskAndReach("Query", field, waiting);
        while (waiting.TryDequeue(out var typeName))
        {
            foreach (var field in schema[typeName].Fields.Where(IsAskable))
                AskAndReach(typeName, field, waiting);
        }
    }

    private void AskAndReach(string typeName, ServedField field, Queue<string> waiting)
    {
        Ask(typeName, field);
        Reach(typeName, field, waiting);
    }

    private void Reach(string from, ServedField by, Queue<string> waiting)
    {
        var reached = by.Type.Named;
        var (before, after) = pathTo[from];
        // Lists within lists would cost more than one question may.
        var shorter = before.Replace(Page, ShortPage, StringComparison.Ordinal);
        if (schema[reached].Kind == "OBJECT" && pathTo.TryAdd(reached, ($"{shorter}{Opened(by)} {{ ", $" }}{after}")))
            waiting.Enqueue(reached);
    }

    private static bool IsConnection(string typeName) => typeName.EndsWith("Connection", StringComparison.Ordinal);

    /// <summary>Ids cannot be guessed; fields that take one have cases with the ids of victims.</summary>
    private static bool IsAskable(ServedField field) =>
        field.Arguments.All(argument => !argument.Type.IsRequired || argument.HasDefault || argument.Type.Named is not ("ID" or "UUID"));

    private void Ask(string typeName, ServedField field)
    {
        var member = $"{typeName}.{field.Name}";
        covered.Add(member);
        var selection = Selections.Of(schema, field.Type);
        Add(member, typeName, Opened(field) + selection);
        foreach (var argument in field.Arguments)
        {
            covered.Add($"{member}({argument.Name}:)");
            if (argument.Type.Named is "ID" or "UUID" || argument.Name is "after" or "before")
                continue;
            foreach (var guess in Guessed(argument.Type))
                Add($"{member}({argument.Name}: {guess})", typeName, Opened(field, argument, guess) + selection);
        }
    }

    /// <summary>All guesses where an input type is met first; where the same filter or order comes again, one for each of its fields.</summary>
    private IEnumerable<string> Guessed(TypeReference type)
    {
        var all = guesses.Of(type);
        var isKnown = schema[type.Named].Kind == "INPUT_OBJECT" && !guessed.Add(type.Named);
        return isKnown ? all.DistinctBy(guess => guess[..guess.IndexOf(':', StringComparison.Ordinal)]) : all;
    }

    private void AskById(string typeName, ServedField field, bool isUuid)
    {
        var selection = Selections.Of(schema, field.Type);
        var unknown = isUuid ? "ID" : "UUID";
        foreach (var argument in field.Arguments.Where(argument => argument.Type.Named != unknown))
        {
            foreach (var guess in guesses.Of(argument.Type).Where(guess => guess.Contains(Id, StringComparison.Ordinal)))
                Add($"{typeName}.{field.Name}({argument.Name}: {guess})", typeName, Opened(field, argument, guess) + selection);
        }
    }

    private void Add(string name, string typeName, string selection)
    {
        var (before, after) = pathTo[typeName];
        cases.Add(new ReadingCase(name, before + selection + after));
    }

    /// <summary>The field with the arguments that it needs and a page large enough, and perhaps one more.</summary>
    private string Opened(ServedField field, ServedInput? asked = null, string? guess = null)
    {
        var arguments = new List<string>();
        foreach (var argument in field.Arguments)
        {
            if (argument == asked)
                arguments.Add($"{argument.Name}: {guess}");
            else if (argument.Type.IsRequired && !argument.HasDefault)
                arguments.Add($"{argument.Name}: {guesses.Of(argument.Type)[0]}");
            else if (argument.Name == "first" && asked?.Name != "last")
                arguments.Add(Page);
        }

        return arguments.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", arguments)})";
    }
}
