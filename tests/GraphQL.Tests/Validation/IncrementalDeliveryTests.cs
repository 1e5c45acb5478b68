using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Validation;

/// <summary>The four rules about <c>@defer</c> and <c>@stream</c>, in a schema that defines the directives.</summary>
public sealed class IncrementalDeliveryTests
{
    private const string RootField = "Defer directive cannot be used on root mutation type \"Mutation\".";
    private const string Subscribed = "directive not supported on subscription operations. Disable";

    private static readonly Schema Schema = SdlReader.Read(
        """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { item: Item items: [Item!]! }
        type Mutation { change: Item changes: [Item] }
        type Subscription { changed: Item }
        type Item { id: ID items: [Item] }
        """).Build();

    [Theory]
    [InlineData("{ item { ... @defer { id } items @stream { id } } ...F @defer(label: \"f\") } fragment F on Query { items @stream(label: \"s\") { id } }")]
    [InlineData("mutation { change { ... @defer { id } items @stream { id } } }")]
    [InlineData("subscription S($no: Boolean!) { changed { ... @defer(if: false) { id } ...F @defer(if: $no) } } fragment F on Item { id }")]
    [InlineData("subscription { changed { ... @skip(if: true) @defer { id } } }")]
    public void Parts_that_may_come_later_are_marked(string document) => Assert.Empty(Harness.ErrorsOf(Schema, document));

    [Theory]
    [InlineData("mutation { ... @defer { change { id } } }", RootField + " (1:16)")]
    [InlineData("mutation { ...F @defer } fragment F on Mutation { change { id } }", RootField + " (1:17)")]
    [InlineData("mutation { changes @stream { id } }", "Stream directive cannot be used on root mutation type \"Mutation\". (1:20)")]
    [InlineData("mutation { ...F } fragment F on Mutation { ... { ...G @defer } } fragment G on Mutation { change { id } }", RootField + " (1:55)")]
    public void Root_fields_of_mutations_come_at_once(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(Schema, document));

    [Theory]
    [InlineData("subscription { changed { ... @defer { id } } }", "Defer " + Subscribed + " `@defer` by setting the `if` argument to `false`. (1:30)")]
    [InlineData("subscription { changed { items @stream(if: true) { id } } }", "Stream " + Subscribed + " `@stream` by setting the `if` argument to `false`. (1:32)")]
    [InlineData("subscription { changed { ...F } } fragment F on Item { ... @defer { id } }", "Defer " + Subscribed + " `@defer` by setting the `if` argument to `false`. (1:60, 1:26)")]
    public void Subscriptions_answer_whole_events(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(Schema, document));

    [Theory]
    [InlineData("{ item { ... @defer(label: \"a\") { id } items @stream(label: \"a\") { id } } }", "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages. (1:14, 1:46)")]
    [InlineData("query Q($l: String) { item { ... @defer(label: $l) { id } } }", "Argument \"@defer(label:)\" must be a static string. (1:34)")]
    public void Labels_are_literals_and_different(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(Schema, document));

    [Fact]
    public void Only_lists_are_streamed() =>
        Assert.Equal(
            ["Directive \"@stream\" cannot be used on non-list field \"Query.item\". (1:8)"],
            Harness.ErrorsOf(Schema, "{ item @stream { id } }"));

    [Theory]
    [InlineData("{ items { id } items @stream { id } }", "they have overlapping stream directives")]
    [InlineData("{ items @stream(initialCount: 1) { id } items @stream(initialCount: 2) { id } }", "they have overlapping stream directives")]
    [InlineData(
        "{ items @stream(initialCount: 1) { id } ... { items @stream(initialCount: 1) { id } } }",
        "they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100")]
    public void A_list_is_streamed_by_one_selection_alone(string document, string reason)
    {
        var error = Assert.Single(Harness.ErrorsOf(Schema, document));

        Assert.StartsWith($"Fields \"items\" conflict because {reason}. Use different aliases", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_selection_may_be_spread_twice()
        => Assert.Empty(Harness.ErrorsOf(Schema, "{ ...F @defer ...F } fragment F on Query { items @stream { id } }"));
}
