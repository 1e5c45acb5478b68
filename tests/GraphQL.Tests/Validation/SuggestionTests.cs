using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("abc", "xyz")]
    [InlineData("abc", "abcdef")]
    [InlineData("cat", "elephant")]
    public void Names_too_far_away_are_not_suggested(string input, string name) => Assert.Empty(Suggestions.For(input, [name]));

    [Theory]
    [InlineData("verylongstring", "VERYLONGSTRING", "VERYLONGSTRING")]
    [InlineData("graphql", "graphlq", "graphlq")]
    [InlineData("abc", "a,ab,abc", "abc,ab,a")]
    [InlineData("GraphQl", "graphics,SQL,GraphQL,quarks,mark", "GraphQL,graphics")]
    [InlineData("a", "az,ax,ay", "ax,ay,az")]
    [InlineData("item", "item10,item9,item1", "item1,item9,item10")]
    public void The_nearest_come_first_and_equals_in_natural_order(string input, string names, string expected) =>
        Assert.Equal(expected.Split(','), Suggestions.For(input, names.Split(',')));

    [Theory]
    [InlineData("", "")]
    [InlineData("A", " Did you mean \"A\"?")]
    [InlineData("A,B", " Did you mean \"A\" or \"B\"?")]
    [InlineData("A,B,C", " Did you mean \"A\", \"B\", or \"C\"?")]
    [InlineData("A,B,C,D,E,F", " Did you mean \"A\", \"B\", \"C\", \"D\", or \"E\"?")]
    public void Suggestions_are_worded_as_a_question(string names, string question) =>
        Assert.Equal(question, Suggestions.DidYouMean(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));
}
