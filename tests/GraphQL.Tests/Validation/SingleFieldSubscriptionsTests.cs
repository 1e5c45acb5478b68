namespace Modular.GraphQL.Tests.Validation;

public sealed class SingleFieldSubscriptionsTests
{
    [Theory]
    [InlineData("subscription S { ticks }")]
    [InlineData("subscription S { petAdded { __typename } petAdded { ... on Dog { id } } }")]
    [InlineData("subscription S { ...F } fragment F on Subscription { ticks }")]
    [InlineData("subscription S { petAdded { ... on Dog { id @skip(if: true) } } }")]
    [InlineData("query Q { mode number(required: 1) }")]
    public void One_field_is_subscribed_to(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("subscription S { ticks petAdded { __typename } }", "Subscription \"S\" must select only one top level field. (1:24)")]
    [InlineData("subscription { ticks more: ticks }", "Anonymous Subscription must select only one top level field. (1:22)")]
    [InlineData(
        "subscription S { ticks ...F } fragment F on Subscription { other: ticks third: ticks }",
        "Subscription \"S\" must select only one top level field. (1:60, 1:73)")]
    [InlineData(
        "subscription S { ... on Subscription { ticks other: ticks } }",
        "Subscription \"S\" must select only one top level field. (1:46)")]
    public void More_than_one_field_is_refused(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData("subscription S { __typename }", "Subscription \"S\" must not select an introspection top level field. (1:18)")]
    [InlineData(
        "subscription { __typename ticks }",
        "Anonymous Subscription must not select an introspection top level field. (1:16)",
        "Anonymous Subscription must select only one top level field. (1:27)")]
    public void Introspection_is_no_subscription(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));

    [Theory]
    [InlineData(
        "subscription S { ticks @skip(if: false) }",
        "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:24)")]
    [InlineData(
        "subscription S($yes: Boolean!) { ticks @include(if: $yes) }",
        "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:40)")]
    [InlineData(
        "subscription { ... @include(if: true) { ticks } }",
        "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. (1:20)")]
    [InlineData(
        "subscription S { ...F @skip(if: false) other: ticks } fragment F on Subscription { ticks }",
        "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:23)")]
    public void The_field_depends_on_no_condition(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(document));
}
