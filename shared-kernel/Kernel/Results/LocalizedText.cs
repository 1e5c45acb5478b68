namespace Modular.Kernel.Results;

/// <summary>A text in both languages of the product.</summary>
/// <param name="Vietnamese">What an officer reads.</param>
/// <param name="English">What an integrator reads.</param>
public sealed record LocalizedText(string Vietnamese, string English)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.English ? English : Vietnamese;
}
