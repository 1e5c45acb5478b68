using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>
/// Whatever comes into being out of somebody's reach, all that they can ask is answered as before, to the byte: values, counts, cursors,
/// orders, searches and errors.
/// </summary>
public sealed class ReadingTests(AttackedWorld world)
{
    [Fact]
    public void A_neighbour_is_answered_as_if_the_secrets_did_not_exist() => None(Differences(world.OfNeighbour));

    [Fact]
    public void A_user_of_another_province_is_answered_as_if_the_secrets_did_not_exist() => None(Differences(world.OfForeigner));

    [Fact]
    public void No_answer_shows_a_secret() => None(Showing(world.OfNeighbour.After).Concat(Showing(world.OfForeigner.After)));

    [Fact]
    public void The_questions_do_ask_for_the_secrets()
    {
        var shown = string.Concat(world.OfBoard.Values);

        None(Secrets.Marks.Where(mark => !shown.Contains(mark, StringComparison.Ordinal)));
        Assert.True(Showing(world.OfBoard).Select(leak => leak.Split(" shows ")[0]).Distinct().Count() > 50, "The officer of the province is shown secrets by few questions.");
    }

    [Fact]
    public void Every_question_is_answered()
    {
        var refused = world.Cases.Where(asked => world.OfBoard[asked.Name].Contains("\"errors\":[{\"message\"", StringComparison.Ordinal));

        None(refused.Select(asked => $"{asked.Name}: {world.OfBoard[asked.Name][..Math.Min(300, world.OfBoard[asked.Name].Length)]}"));
    }

    /// <summary>Told line by line, so that the message shows every leak.</summary>
    private static void None(IEnumerable<string> leaks)
    {
        var told = string.Join('\n', leaks);
        Assert.True(told.Length == 0, told);
    }

    /// <summary>The questions that are answered in another way, and of the first of them how.</summary>
    private static IReadOnlyList<string> Differences((IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After) answers)
    {
        var changed = answers.Before.Keys.Where(name => answers.After[name] != answers.Before[name]).ToList();
        return changed.Count == 0 ? [] : [.. changed, $"before: {answers.Before[changed[0]]}", $"after: {answers.After[changed[0]]}"];
    }

    private static IEnumerable<string> Showing(IReadOnlyDictionary<string, string> answers) =>
        from answer in answers
        from mark in Secrets.Marks
        where !answer.Key.Contains(mark, StringComparison.Ordinal) && answer.Value.Contains(mark, StringComparison.Ordinal)
        select $"{answer.Key} shows {mark}";
}
