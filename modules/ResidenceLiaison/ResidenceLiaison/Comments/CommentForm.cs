using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>What a comment must keep to, by the form of the day on which it was asked for.</summary>
internal static class CommentForm
{
    /// <summary>What is wrong with the levels of a comment.</summary>
    public static IEnumerable<Problem> Check(CommentPolicy form, DraftedCommentInput comment, string field)
    {
        if (form.Find(comment.Level) is null)
            yield return new LevelIsNotOnTheScale(comment.Level) { Field = $"{field}.level" };
        for (var index = 0; index < comment.Marks.Count; index++)
        {
            if (form.Find(comment.Marks[index].Level) is null)
                yield return new LevelIsNotOnTheScale(comment.Marks[index].Level) { Field = $"{field}.marks.{index}.level" };
        }

        var marked = comment.Marks.Select(mark => mark.Criterion).ToLookup(criterion => criterion);
        var asked = form.Criteria.Select(criterion => criterion.Code).ToHashSet();
        foreach (var criterion in asked.Where(code => marked[code].Count() != 1).Concat(marked.Select(mark => mark.Key).Where(code => !asked.Contains(code))).Take(1))
            yield return new CriterionIsMarkedOnce(criterion) { Field = $"{field}.marks" };
    }

    /// <summary>A text without diacritics, case, signs and the member's name, so that texts compare that were copied from member to member.</summary>
    public static string KeyOf(string text, string? memberName)
    {
        var key = VietnameseText.SearchKey(text);
        if (memberName is not null)
            key = key.Replace(VietnameseText.SearchKey(memberName), " ", StringComparison.Ordinal);
        return string.Join(' ', new string([.. key.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>The form on which comments are written on a day (mẫu 3-213).</summary>
/// <param name="Levels">The scale.</param>
/// <param name="Criteria">The criteria, each of which gets a level of the scale.</param>
/// <param name="CommuneCertifies">Whether the commune committee certifies comments before they are sent.</param>
/// <param name="LastDay">The last day of a round of the year of that day.</param>
[Classified(DataClass.Internal)]
internal sealed record ResidenceCommentForm(
    IReadOnlyList<ResidenceCommentLevel> Levels, IReadOnlyList<ResidenceCommentCriterion> Criteria, bool CommuneCertifies, DateOnly LastDay);

/// <summary>A level of the scale of comments.</summary>
/// <param name="Code">How inputs name it.</param>
/// <param name="Vietnamese">What it is called.</param>
/// <param name="English">What it is called in English.</param>
/// <param name="Outcome">What it comes to in statistics.</param>
[Classified(DataClass.Internal)]
internal sealed record ResidenceCommentLevel(string Code, string Vietnamese, string English, CommentOutcome Outcome);

/// <summary>A criterion of comments.</summary>
/// <param name="Code">How inputs name it.</param>
/// <param name="Vietnamese">What it is called.</param>
/// <param name="English">What it is called in English.</param>
[Classified(DataClass.Internal)]
internal sealed record ResidenceCommentCriterion(string Code, string Vietnamese, string English);
