namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>What kinds of work items about introductions share.</summary>
internal static class IntroductionWork
{
    /// <summary>That the introduction of an item came to an end at which nothing is to be done any more.</summary>
    /// <param name="states">The states, as SQL texts.</param>
    public static string Became(string states) =>
        $"exists (select from residence_liaison.introduction as over where over.province_id = @province and over.id = present.fact_id and over.state in ({states}))";
}
