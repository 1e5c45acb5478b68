using System.Collections.Concurrent;
using System.Text;

namespace Modular.Kernel.Results;

/// <summary>Turns the name of a problem into the code that programs compare.</summary>
internal static class ProblemCode
{
    private static readonly ConcurrentDictionary<Type, string> Codes = new();

    public static string Of(Type problem) => Codes.GetOrAdd(problem, static type => UpperSnakeCase(type.Name));

    private static string UpperSnakeCase(string name)
    {
        var code = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]))
                code.Append('_');
            code.Append(char.ToUpperInvariant(name[index]));
        }

        return code.ToString();
    }
}
