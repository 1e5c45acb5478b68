using System.Globalization;

namespace Modular.Host.Samples.Planning;

/// <summary>Words with how often each occurs, written as <c>Nguyễn 340, Trần 170</c>.</summary>
internal sealed class WeightedWords
{
    private readonly string[] words;
    private readonly int[] upTo;

    public WeightedWords(string text)
    {
        var entries = text.Split(", ").Select(entry => entry.Trim()).ToArray();
        words = [.. entries.Select(entry => entry[..entry.LastIndexOf(' ')])];
        upTo = new int[entries.Length];
        for (var index = 0; index < entries.Length; index++)
        {
            var weight = int.Parse(entries[index].AsSpan(entries[index].LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);
            upTo[index] = (index == 0 ? 0 : upTo[index - 1]) + weight;
        }
    }

    public string Pick(SampleRandom random)
    {
        var found = Array.BinarySearch(upTo, random.Below(upTo[^1]) + 1);
        return words[found < 0 ? ~found : found];
    }
}
