using Modular.Kernel.Results;

namespace Modular.Members;

/// <summary>What all lists of inputs must keep to.</summary>
internal static class Bulk
{
    /// <summary>What is wrong with a list: empty, too long, or naming something twice; null where nothing is.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="key">What an entry is about.</param>
    /// <param name="path">Where the list stands in the input.</param>
    /// <param name="field">The field of an entry that names what it is about.</param>
    public static InvalidInput? Check<T>(IReadOnlyList<T> entries, int most, Func<T, Guid> key, string path, string field)
    {
        if (entries.Count == 0 || entries.Count > most)
            return Unfit($"Phải nêu từ 1 đến {most} mục.", $"Name between 1 and {most} entries.", path);
        var named = new HashSet<Guid>();
        for (var index = 0; index < entries.Count; index++)
        {
            if (!named.Add(key(entries[index])))
                return Unfit("Mục này được nêu hai lần.", "This entry is named twice.", $"{path}.{index}.{field}");
        }

        return null;
    }

    private static InvalidInput Unfit(string vietnamese, string english, string field) =>
        new(new LocalizedText(vietnamese, english)) { Field = field };
}
