using System.Text.Json;
using Modular.Kernel.Texts;

namespace Modular.Host.Samples.Planning;

/// <summary>
/// Invents names of people with the frequencies of family, middle and given names in a region or ethnic group. Names of people in the
/// articles from which the sample's figures come, and of leaders of the country, are never given.
/// </summary>
internal sealed class SampleNames
{
    private readonly Dictionary<string, NameSet> sets = [];
    private readonly HashSet<string> neverUsed = [];

    public static SampleNames Load()
    {
        using var document = SampleFiles.Read("names.json");
        var names = new SampleNames();
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            if (entry.Name == "neverUsed")
                names.neverUsed.UnionWith(entry.Value.EnumerateArray().Select(name => VietnameseText.SearchKey(name.GetString()!)));
            else
                names.sets.Add(entry.Name, NameSet.From(entry.Value));
        }

        return names;
    }

    public string Invent(string set, bool isFemale, SampleRandom random)
    {
        while (true)
        {
            var name = sets[set].Invent(isFemale, random);
            if (!neverUsed.Contains(VietnameseText.SearchKey(name)))
                return name;
        }
    }

    private sealed record NameSet(
        WeightedWords Families, WeightedWords MaleMiddles, WeightedWords MaleGivens, WeightedWords FemaleMiddles, WeightedWords FemaleGivens)
    {
        public static NameSet From(JsonElement set) => new(
            Words(set, "families"),
            Words(set.GetProperty("male"), "middles"),
            Words(set.GetProperty("male"), "givens"),
            Words(set.GetProperty("female"), "middles"),
            Words(set.GetProperty("female"), "givens"));

        public string Invent(bool isFemale, SampleRandom random)
        {
            var middles = isFemale ? FemaleMiddles : MaleMiddles;
            var givens = isFemale ? FemaleGivens : MaleGivens;
            var family = Families.Pick(random);
            var middle = middles.Pick(random);
            var given = givens.Pick(random);

            // One man in ten bears two given names, one word in the middle more.
            var second = middle is "Văn" or "Thị" && random.Happens(isFemale ? 250 : 60) ? middles.Pick(random) : "";
            return second.Length == 0 || second == middle || second == given ? $"{family} {middle} {given}" : $"{family} {middle} {second} {given}";
        }

        private static WeightedWords Words(JsonElement parent, string name) => new(parent.GetProperty(name).GetString()!);
    }
}
