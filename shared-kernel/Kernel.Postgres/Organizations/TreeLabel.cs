namespace Modular.Kernel.Postgres.Organizations;

/// <summary>The label of an organization in paths: its number in base 36, ended by a dot.</summary>
internal static class TreeLabel
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Of(long number)
    {
        Span<char> label = stackalloc char[14];
        var start = label.Length - 1;
        label[start] = '.';
        do
        {
            label[--start] = Digits[(int)(number % Digits.Length)];
            number /= Digits.Length;
        }
        while (number > 0);
        return new string(label[start..]);
    }
}
