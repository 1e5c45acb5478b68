using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison;

/// <summary>What all lists of inputs must keep to.</summary>
internal static class Bulk
{
    /// <summary>How many entries a list has at most.</summary>
    public const int Most = 200;

    /// <summary>What is wrong with a list: empty, too long, or naming something twice; null where nothing is.</summary>
    /// <param name="keys">What the entries are about.</param>
    /// <param name="path">Where the list stands in the input.</param>
    public static InvalidInput? Check(IReadOnlyList<Guid> keys, string path) =>
        keys.Count is 0 or > Most || keys.Distinct().Count() != keys.Count
            ? new InvalidInput(new LocalizedText($"Phải nêu từ 1 đến {Most} mục, mỗi mục một lần.", $"Name between 1 and {Most} entries, each once.")) { Field = path }
            : null;
}
