namespace Modular.Host.Tests.Modules.Bad;

/// <summary>Modules as they come from elsewhere, each really compiled and each with one fault, beside a good one that they attack.</summary>
internal static class BadModules
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Modular.GraphQL.CodeFirst;
        using Modular.Kernel.Access;
        using Modular.Kernel.Events;
        using Modular.Kernel.GraphQL;
        using Modular.Kernel.Modules;
        using Modular.Kernel.Policies;
        using Modular.Kernel.Postgres;
        using Modular.Kernel.Postgres.Entities;
        using Modular.Kernel.Postgres.Policies;
        using Modular.Kernel.Postgres.WorkItems;
        using Modular.Kernel.Postgres.Writing;
        using Modular.Kernel.Results;

        """;

    private const string Ledgers =
        """
        public sealed class LedgerPolicy : IPolicy { public static string Key => "ledgers.pages"; public static RuleReference Source => new("L-01", "A test"); }

        internal sealed class LedgersContext(DbContextOptions<LedgersContext> options) : ModuleDbContext(options);

        [GraphQLName("Ledger"), Classified(DataClass.Internal)] internal sealed record Ledger(string Name);

        [QueryType] internal static class LedgerQueries
        {
            /// <summary>The ledgers.</summary>
            [Requires("ledgers.read")] public static IReadOnlyList<Ledger> Ledgers() => [new("Cashbook")];
        }

        internal sealed record OpenLedgerInput(string Name);

        [MutationType] internal static class LedgerMutations
        {
            /// <summary>Opens a ledger, of which others hear.</summary>
            [Requires("ledgers.read")]
            public static Task<Result<OpenedLedgerResult>> OpenLedgerAsync(OpenLedgerInput input, IWrite<LedgersContext> write, CancellationToken cancellationToken) =>
                write.RunAsync<OpenedLedgerResult>((db, _) => { write.Raise(new Contracts.ledgers.LedgerOpened(input.Name)); return Task.FromResult<Result<OpenedLedgerResult>>(new OpenedLedgerResult(input.Name)); }, cancellationToken);
        }

        [Classified(DataClass.Internal)] internal sealed record OpenedLedgerResult(string Name);

        internal sealed class LedgerBook : Contracts.ledgers.ILedgerBook;
        """;

    private const string Contracts =
        """
        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
        namespace Contracts.ledgers;
        public sealed class Contract : Modular.Kernel.Modules.IModuleContract { public static string ModuleId => "ledgers"; }
        public sealed record LedgerOpened(string Name) : Modular.Kernel.Events.IModuleEvent { public static string EventName => "ledgers.ledger-opened"; }
        public interface ILedgerBook;
        """;

    /// <summary>Makes the good module, <c>ledgers</c>, with tables, a policy, a type, a service and an event.</summary>
    public static void MakeLedgers(this ModuleWorkshop workshop)
    {
        workshop.Assembly("ledgers", Contracts, [ModuleWorkshop.Kernel], "ledgers.Contracts");
        workshop.Make(
            "ledgers",
            """module.Database<LedgersContext>("ledgers").Policy<LedgerPolicy>().Permissions(new PermissionDefinition("ledgers.read", new LocalizedText("Xem", "Read"))).GraphQL().Services.AddScoped<Contracts.ledgers.ILedgerBook, LedgerBook>();""",
            Ledgers,
            "create table ledgers.ledger (province_id smallint not null, id uuid not null, primary key (province_id, id)); select kernel.protect('ledgers.ledger');",
            dependsOnLedgers: false);
    }

    /// <summary>Makes a module that depends on the good one.</summary>
    /// <param name="workshop">Where.</param>
    /// <param name="id">Its identifier; its first letters in the alphabet after "ledgers", so that it comes after it.</param>
    /// <param name="register">The body of its registration.</param>
    /// <param name="types">Its types.</param>
    /// <param name="migration">Its migration.</param>
    /// <param name="dependsOnLedgers">Whether it depends on the good module.</param>
    public static void Make(this ModuleWorkshop workshop, string id, string register, string types = "", string? migration = null, bool dependsOnLedgers = true) => workshop.Assembly(
        id,
        $$"""
        {{Usings}}
        [Module("{{id}}", Title = "{{id}}", VietnameseTitle = "{{id}}")]{{(dependsOnLedgers ? "[DependsOn<Contracts.ledgers.Contract>]" : "")}}
        public sealed class {{ClassOf(id)}} : ModularModule
        {
            public override void Register(ModuleBuilder module) { {{register}} }
        }

        {{types}}
        """,
        [.. ModuleWorkshop.Whole, .. Directory.Exists(workshop.FolderOf("ledgers")) ? new[] { workshop.ContractsReference("ledgers") } : []],
        migration: migration);

    /// <summary>The types of a kind of work items that finds those ledgers for which a condition in SQL holds.</summary>
    /// <param name="id">The module.</param>
    /// <param name="permission">Who sees them.</param>
    /// <param name="condition">The condition.</param>
    public static string Work(string id, string permission, string condition) => $$"""
        internal sealed record Soon : IPolicy { public static string Key => "{{id}}.soon"; public static RuleReference Source => new("L-02", "A test"); public int Days { get; init; } = 3; }
        internal sealed class Due : WorkItemKind
        {
            public override string Id => "{{id}}.due";
            public override LocalizedText Title => new("Việc", "Work");
            public override LocalizedText Task => new("Làm.", "Do it.");
            public override RuleReference Rule => new("L-02", "A test");
            public override string Permission => "{{permission}}";
            public override string HandlingPermission => "{{permission}}";
            protected override void Define(WorkItemKindBuilder kind)
            {
                kind.Facts("select ledger.id as fact_id, ledger.id as subject_id, ledger.id as organization_id, ledger.id as responsible_id, null::uuid as member_id, @today as base_on from ledgers.ledger as ledger where ledger.province_id = @province and {{condition}}", "ledger.id");
                kind.Deadline<Soon>().Days(policy => policy.Days);
            }
        }
        """;

    private static string ClassOf(string id) => id.Replace('-', '_') + "_module";
}
