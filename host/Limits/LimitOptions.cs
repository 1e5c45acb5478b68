using System.Globalization;
using Modular.GraphQL;
using Modular.GraphQL.AspNetCore;
using Modular.GraphQL.Language;
using Modular.GraphQL.Validation;
using Modular.Host.Startup;

namespace Modular.Host.Limits;

/// <summary>Settings under <c>Limits</c>: what one request, and one user, may ask for. docs/graphql-limits.md says what each is for.</summary>
internal sealed class LimitOptions
{
    /// <summary>The largest request body in bytes, uploads aside.</summary>
    public int RequestBytes { get; set; } = 1024 * 1024;

    /// <summary>How deep the JSON of a request may nest.</summary>
    public int JsonDepth { get; set; } = 64;

    /// <summary>The largest response in bytes.</summary>
    public long ResponseBytes { get; set; } = 16L * 1024 * 1024;

    /// <summary>The largest upload in bytes, all files of a request taken together.</summary>
    public long UploadBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>How many files a request may bring.</summary>
    public int UploadedFiles { get; set; } = 20;

    /// <summary>The largest document in bytes.</summary>
    public int DocumentBytes { get; set; } = 256 * 1024;

    /// <summary>How many tokens a document may have.</summary>
    public int DocumentTokens { get; set; } = 15_000;

    /// <summary>How deep brackets of any kind may nest in a document. More than 200 would endanger the stack.</summary>
    public int DocumentNesting { get; set; } = 200;

    /// <summary>How deep fields may nest, fragments unfolded.</summary>
    public int SelectionDepth { get; set; } = 30;

    /// <summary>How deep fields and fragments may nest, taken together. More than 200 would endanger the stack.</summary>
    public int FragmentDepth { get; set; } = 200;

    /// <summary>How many lists introspection may follow through each other.</summary>
    public int IntrospectionLists { get; set; } = 3;

    /// <summary>How many fields an operation may select at its top.</summary>
    public int RootFields { get; set; } = 100;

    /// <summary>How many aliases a document may have.</summary>
    public int Aliases { get; set; } = 500;

    /// <summary>How many directives may stand at one place.</summary>
    public int DirectivesPerPlace { get; set; } = 10;

    /// <summary>How many variables an operation may declare.</summary>
    public int Variables { get; set; } = 250;

    /// <summary>How many fields an operation may select once its fragments are unfolded.</summary>
    public int PlannedFields { get; set; } = 10_000;

    /// <summary>How many rows a page may have where its list does not say less.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>The most that an operation may cost.</summary>
    public int Cost { get; set; } = 1_000_000;

    /// <summary>How long an operation may be executed.</summary>
    public TimeSpan ExecutionTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many errors a response tells before it only counts them.</summary>
    public int Errors { get; set; } = 100;

    /// <summary>How many operations of one user are executed at a time.</summary>
    public int ConcurrentOperations { get; set; } = 32;

    /// <summary>How many more operations of that user may wait for their turn.</summary>
    public int WaitingOperations { get; set; } = 128;

    /// <summary>How many operations one user may have executed in a minute on this host; 0 for any number.</summary>
    public int RequestsPerMinute { get; set; } = 3_000;

    /// <summary>How much all operations of one user may cost in a minute on this host; 0 for any amount.</summary>
    public int CostPerMinute { get; set; } = 20_000_000;

    /// <summary>How many requests one address may make in a minute at this host, of whomever; 0 for any number.</summary>
    public int AddressRequestsPerMinute { get; set; } = 60_000;

    /// <summary>What the transport is told.</summary>
    /// <param name="showsGraphiQL">Whether browsers are shown GraphiQL.</param>
    public GraphQLHttpOptions ToHttp(bool showsGraphiQL) => new()
    {
        MaxRequestBytes = RequestBytes,
        MaxJsonDepth = JsonDepth,
        MaxResponseBytes = ResponseBytes,
        MaxUploadBytes = UploadBytes,
        MaxUploadedFiles = UploadedFiles,
        ShowGraphiQL = showsGraphiQL,
    };

    /// <summary>What the engine is told.</summary>
    /// <param name="allowsIntrospection">Whether documents may ask for the schema.</param>
    public GraphQLEngineOptions ToEngine(bool allowsIntrospection) => new()
    {
        Parser = new ParserOptions { MaxBytes = DocumentBytes, MaxTokens = DocumentTokens, MaxDepth = DocumentNesting },
        Validation = new ValidationOptions { Introspection = allowsIntrospection, NulCharacters = false, MaxErrors = Errors, Limits = ToDocument() },
        MaxPlannedFields = PlannedFields,
        MaxCost = Cost,
        ExecutionTimeout = ExecutionTime,
        MaxErrors = Errors,
    };

    /// <summary>Looks whether the numbers make sense.</summary>
    /// <exception cref="HostRefusedToStartException">One does not; the message names it.</exception>
    public LimitOptions Checked()
    {
        const int DeepestStack = 200;
        AtLeast(nameof(ConcurrentOperations), ConcurrentOperations, 1);
        AtLeast(nameof(WaitingOperations), WaitingOperations, 0);
        AtLeast(nameof(RequestsPerMinute), RequestsPerMinute, 0);
        AtLeast(nameof(CostPerMinute), CostPerMinute, 0);
        AtLeast(nameof(AddressRequestsPerMinute), AddressRequestsPerMinute, 0);
        Between(nameof(DocumentNesting), DocumentNesting, 1, DeepestStack);
        Between(nameof(FragmentDepth), FragmentDepth, 1, DeepestStack);
        Between(nameof(JsonDepth), JsonDepth, 2, DeepestStack);
        foreach (var (name, value) in Counts())
            AtLeast(name, value, 1);
        if (ExecutionTime <= TimeSpan.Zero)
            throw Refused(nameof(ExecutionTime), "be longer than nothing");
        return this;
    }

    private (string Name, long Value)[] Counts() =>
    [
        (nameof(RequestBytes), RequestBytes), (nameof(ResponseBytes), ResponseBytes), (nameof(UploadBytes), UploadBytes), (nameof(UploadedFiles), UploadedFiles),
        (nameof(DocumentBytes), DocumentBytes), (nameof(DocumentTokens), DocumentTokens), (nameof(SelectionDepth), SelectionDepth),
        (nameof(IntrospectionLists), IntrospectionLists), (nameof(RootFields), RootFields), (nameof(Aliases), Aliases), (nameof(DirectivesPerPlace), DirectivesPerPlace),
        (nameof(Variables), Variables), (nameof(PlannedFields), PlannedFields), (nameof(PageSize), PageSize), (nameof(Cost), Cost), (nameof(Errors), Errors),
    ];

    private DocumentLimits ToDocument() => new()
    {
        MaxSelectionDepth = SelectionDepth,
        MaxFragmentDepth = FragmentDepth,
        MaxIntrospectionLists = IntrospectionLists,
        MaxRootFields = RootFields,
        MaxAliases = Aliases,
        MaxDirectivesPerLocation = DirectivesPerPlace,
        MaxVariables = Variables,
    };

    private static void AtLeast(string name, long value, long least)
    {
        if (value < least)
            throw Refused(name, string.Create(CultureInfo.InvariantCulture, $"be {least} or more"));
    }

    private static void Between(string name, long value, long least, long most)
    {
        if (value < least || value > most)
            throw Refused(name, string.Create(CultureInfo.InvariantCulture, $"be from {least} to {most}"));
    }

    private static HostRefusedToStartException Refused(string name, string rule) => new($"The setting Limits:{name} must {rule}.");
}
