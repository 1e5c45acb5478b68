using Modular.GraphQL.CodeFirst;
using Xunit;

namespace Modular.Members.Tests;

internal static class GlobalIds
{
    /// <summary>The key within an opaque id.</summary>
    public static Guid KeyOf(string id)
    {
        Assert.True(GlobalId.TryParse(id, out var parsed));
        return parsed.Key;
    }
}
