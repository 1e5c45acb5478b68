using Modular.GraphQL.TypeSystem;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.Kernel.GraphQL.Tests.Fixtures.Units;
using Modular.Kernel.Modules;

namespace Modular.Kernel.GraphQL.Tests.Composition;

public sealed class CompositionTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_module_and_fix()
    {
        var composer = new SchemaComposer(new InstalledModules([Install(new UnitsModule()), Install(new BrokenModule())]));

        var failure = Assert.Throws<SchemaException>(() => composer.Compose(new HashSet<string> { "units", "broken" }));

        Assert.Equal(
            [
                "The type \"Organization\" of module \"broken\" does not say who may read it. Call Requires(permission), or Public(reason).",
                "\"Organization.name\" of module \"broken\" takes the permission \"broken.raed\", which nobody declares. Declare it by module.Permissions(…), or correct the name.",
                "The root field \"Query.things\" of module \"broken\" does not say who may ask for it. Say Requires(permission), or Public(reason).",
                "Query.rawCount of module \"broken\": The statement names the table broken.thing itself; take tables from sql.Table<T>(alias), which keeps to the province and the user's reach. Correct the declaration.",
                "The root field \"Mutation.break\" of module \"broken\" does not say who may ask for it. Say Requires(permission), or Public(reason).",
                "Mutation.mend of module \"broken\": Mend must return a Result<T>, since a mutation can fail by a rule. Correct the declaration.",
                "The type \"Organization\" is defined by \"units\" and by \"broken\". Rename one of them, or let \"broken\" extend the type of \"units\" instead of defining it.",
            ],
            failure.Conflicts.Select(conflict => conflict.ToString()).Take(7));
    }

    [Fact]
    public async Task What_a_module_contributes_falls_away_with_it_and_says_its_name()
    {
        var composition = world.Composer.ComposeWithReport(new HashSet<string> { "units" });

        var (root, _) = await world.AskAsync("{ people { totalCount } }", of: composition.Schema);
        var (field, _) = await world.AskAsync("{ organizations { nodes { name personCount } } }", of: composition.Schema);
        var (rest, _) = await world.AskAsync("{ organizations { totalCount } }", of: composition.Schema);

        Assert.Equal(["MODULE_DISABLED"], Answers.All(root, "code"));
        Assert.Equal(["MODULE_DISABLED"], Answers.All(field, "code"));
        Assert.Contains("people", Answers.All(field, "message")[0], StringComparison.Ordinal);
        Answers.Equal("""{ "data": { "organizations": { "totalCount": 6 } } }""", rest);
        Assert.Null(composition.Schema.FindType("Person"));
        Assert.Null(composition.Schema.FindType("Mutation"));
        Assert.Empty(composition.Unmatched);
    }

    [Fact]
    public async Task What_refers_to_a_type_of_a_disabled_module_falls_away_too()
    {
        var composition = world.Composer.ComposeWithReport(new HashSet<string> { "people" });

        var (json, _) = await world.AskAsync("{ people { nodes { organization { name } } } }", of: composition.Schema);

        Assert.Equal(["MODULE_DISABLED"], Answers.All(json, "code"));
        Assert.Null(((ObjectType)composition.Schema.FindType("Person")!).FindField("organization"));
    }

    [Fact]
    public void What_refers_to_a_type_that_no_installed_module_has_is_reported()
    {
        var composer = new SchemaComposer(new InstalledModules([Install(new PeopleModule())]));

        var composition = composer.ComposeWithReport(PeopleWorld.AllModules);

        Assert.Equal(["Person.organization: Organization (module people)", "extend Organization (module people)"], composition.Unmatched);
    }

    [Fact]
    public void A_value_without_a_class_does_not_compose()
    {
        var composer = new SchemaComposer(new InstalledModules([Install(new Unclassified.UnclassifiedModule())]));

        var failure = Assert.Throws<SchemaException>(() => composer.Compose(new HashSet<string> { "unclassified" }));

        Assert.Equal(
            [
                "The field \"Query.careless\" of module \"unclassified\" shows sensitive values of \"Paper\" and is not sensitive itself, so nobody would log whose they are. Classify it as DataClass.Sensitive.",
                "The field \"Query.silent\" of module \"unclassified\" does not say how closely its value must be held. Give it a DataClass, or [Classified(…)] on the method, the property or the record.",
            ],
            failure.Conflicts.Select(conflict => conflict.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fields_carry_what_documents_and_checks_want_to_know()
    {
        var person = (ObjectType)world.Schema.FindType("Person")!;

        var facts = person.FindField("citizenId")!.Features.Get<FieldFacts>()!;

        Assert.Equal(Access.DataClass.Sensitive, facts.DataClass);
        Assert.Equal([PeoplePermissions.ReadSensitive], facts.Permissions);
        Assert.Equal("Names of organizations are known to everyone.", world.Schema.QueryType!.FindField("organizations")!.Features.Get<FieldFacts>()!.PublicReason);
    }

    private static InstalledModule Install(ModularModule module)
    {
        var manifest = ModuleManifest.Of(module.GetType());
        var builder = new ModuleBuilder(manifest, module.GetType().Assembly);
        module.Register(builder);
        return new InstalledModule(manifest, builder);
    }
}
