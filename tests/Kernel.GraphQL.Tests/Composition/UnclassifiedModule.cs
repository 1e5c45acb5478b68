using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;

namespace Modular.Kernel.GraphQL.Tests.Composition.Unclassified;

/// <summary>A module whose values do not say how closely they must be held, or shows sensitive ones behind a field that is not sensitive.</summary>
[Module("unclassified", Title = "Unclassified", VietnameseTitle = "Chưa phân loại")]
internal sealed class UnclassifiedModule : ModularModule
{
    public override void Register(ModuleBuilder module) => module.GraphQL(type => type.Namespace == GetType().Namespace);
}

[Classified(DataClass.Internal)]
internal sealed record Paper(string Title, [property: Classified(DataClass.Sensitive)] string Diagnosis);

[QueryType]
internal static class UnclassifiedQueries
{
    /// <summary>Says nothing of its class.</summary>
    [Public("test")]
    public static string Silent() => "";

    /// <summary>Shows a sensitive value, and is not sensitive itself.</summary>
    [Public("test")]
    public static Paper Careless() => new("", "");

    /// <summary>Is as it should be.</summary>
    [Public("test")]
    [Classified(DataClass.Sensitive)]
    public static Paper Careful() => new("", "");
}
