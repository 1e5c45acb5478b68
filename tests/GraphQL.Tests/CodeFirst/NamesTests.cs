using Modular.GraphQL.CodeFirst;

namespace Modular.GraphQL.Tests.CodeFirst;

public sealed class NamesTests
{
    [Theory]
    [InlineData("FullName", "fullName")]
    [InlineData("Id", "id")]
    [InlineData("ID", "id")]
    [InlineData("CVNumber", "cvNumber")]
    [InlineData("already", "already")]
    [InlineData("X", "x")]
    public void Properties_begin_small(string name, string expected) => Assert.Equal(expected, Names.CamelCase(name));

    [Theory]
    [InlineData("GetMembersAsync", "members")]
    [InlineData("RegisterMemberAsync", "registerMember")]
    [InlineData("Getaway", "getaway")]
    [InlineData("Get", "get")]
    [InlineData("Async", "async")]
    public void Methods_lose_what_says_nothing(string name, string expected) => Assert.Equal(expected, Names.OfMethod(name));

    [Theory]
    [InlineData("NameRemoved", "NAME_REMOVED")]
    [InlineData("Official", "OFFICIAL")]
    [InlineData("UNDecision", "UN_DECISION")]
    [InlineData("Already_Split", "ALREADY_SPLIT")]
    public void Enumeration_members_are_words_in_capitals(string name, string expected) => Assert.Equal(expected, Names.UpperSnakeCase(name));

    [Fact]
    public void Columns_of_statements_are_words_in_small_letters() => Assert.Equal("official_members", Names.SnakeCase("OfficialMembers"));
}
