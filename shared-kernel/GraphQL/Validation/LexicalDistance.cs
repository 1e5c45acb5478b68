namespace Modular.GraphQL.Validation;

/// <summary>How many edits lead from one name to another: insertions, deletions, substitutions and swaps of neighbours, where any
/// number of changes of case counts as one.</summary>
/// <param name="input">The name that is measured from.</param>
internal sealed class LexicalDistance(string input)
{
    private readonly string lowerInput = input.ToLowerInvariant();

    /// <summary>The distance to a name, or more than the threshold if it is beyond it.</summary>
    public int To(string name, int threshold)
    {
        if (name == input)
            return 0;

        var lowerName = name.ToLowerInvariant();
        if (lowerName == lowerInput)
            return 1;
        if (Math.Abs(lowerName.Length - lowerInput.Length) > threshold)
            return threshold + 1;

        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new int[lowerInput.Length + 1];
        for (var j = 0; j <= lowerInput.Length; j++)
            rows[0][j] = j;

        for (var i = 1; i <= lowerName.Length; i++)
        {
            if (FillRow(lowerName, i, rows) > threshold)
                return threshold + 1;
        }

        return rows[lowerName.Length % 3][lowerInput.Length];
    }

    /// <summary>Fills a row of the table and tells its smallest distance, below which no later row can fall.</summary>
    private int FillRow(string name, int i, int[][] rows)
    {
        var above = rows[(i - 1) % 3];
        var row = rows[i % 3];
        var smallest = row[0] = i;
        for (var j = 1; j <= lowerInput.Length; j++)
        {
            var substitution = above[j - 1] + (name[i - 1] == lowerInput[j - 1] ? 0 : 1);
            var distance = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), substitution);
            if (i > 1 && j > 1 && name[i - 1] == lowerInput[j - 2] && name[i - 2] == lowerInput[j - 1])
                distance = Math.Min(distance, rows[(i - 2) % 3][j - 2] + 1);

            row[j] = distance;
            smallest = Math.Min(smallest, distance);
        }

        return smallest;
    }
}
