using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Results;

namespace Modular.Host.Tests;

internal sealed class RegistersContract : IModuleContract
{
    public static string ModuleId => "registers";
}

/// <summary>A module that declares permissions for default roles and serves two fields.</summary>
[Module("registers", Title = "Registers", VietnameseTitle = "Sổ")]
internal sealed class RegistersModule : ModularModule
{
    public const string Read = "registers.read";
    public const string Write = "registers.write";

    public override void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton<EntryBell>();
        module.Policy<EntryPolicy>();
        module.GraphQL().Permissions(
            new PermissionDefinition(Read, new LocalizedText("Xem sổ", "Read registers")) { DefaultRoles = [DefaultRoles.CellSecretary, DefaultRoles.Auditor] },
            new PermissionDefinition(Write, new LocalizedText("Ghi sổ", "Write registers")) { DefaultRoles = [DefaultRoles.CellSecretary] });
    }
}

/// <summary>How soon an entry is due.</summary>
internal sealed record EntryPolicy : IPolicy
{
    public static string Key => "registers.entries";

    public static RuleReference Source { get; } = new("T-01", "Rules of the tests");

    public int Days { get; init; } = 10;

    public bool OnPaper { get; init; } = true;
}

[QueryType]
internal static class RegisterQueries
{
    /// <summary>The names of all registers.</summary>
    [Requires(RegistersModule.Read)]
    [Classified(DataClass.Internal)]
    public static IReadOnlyList<string> Registers() => ["members", "organizations"];

    /// <summary>Fails.</summary>
    [Requires(RegistersModule.Read)]
    [Classified(DataClass.Internal)]
    public static string Broken() => throw new InvalidOperationException("A secret of the register.");
}

[SubscriptionType]
internal static class RegisterSubscriptions
{
    /// <summary>Each entry of the registers, as it is made; there are two, and then none any more.</summary>
    [Requires(RegistersModule.Read)]
    [Subscribe(With = nameof(EntriesAsync))]
    [Classified(DataClass.Internal)]
    public static string RegisterEntry([EventMessage] int number, ICurrentAccess access) => $"{number} for {access.UserName}";

    private static async IAsyncEnumerable<int> EntriesAsync(EntryBell bell, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        await bell.Rung.Task.WaitAsync(cancellationToken);
        yield return 2;
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
    }
}

/// <summary>Lets a test say when the second entry is made.</summary>
internal sealed class EntryBell
{
    public TaskCompletionSource Rung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A module that depends on <see cref="RegistersModule"/>.</summary>
[Module("minutes", Title = "Minutes", VietnameseTitle = "Biên bản")]
[DependsOn<RegistersContract>]
internal sealed class MinutesModule : ModularModule
{
    public override void Register(ModuleBuilder module)
    {
    }
}

/// <summary>A module that claims what <see cref="RegistersModule"/> has: the two cannot serve together.</summary>
[Module("rival", Title = "Rival", VietnameseTitle = "Đối thủ")]
internal sealed class RivalModule : ModularModule
{
    public override void Register(ModuleBuilder module) => module.GraphQL();
}
