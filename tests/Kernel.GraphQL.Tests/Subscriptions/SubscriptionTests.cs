using System.Buffers;
using System.Text;
using Modular.GraphQL;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.Kernel.Modules;
using Modular.TestKit.Databases;

namespace Modular.Kernel.GraphQL.Tests.Subscriptions;

public sealed class SubscriptionTests(PeopleWorld world) : IClassFixture<PeopleWorld>
{
    [Fact]
    public async Task Each_event_shows_its_entity_as_it_stands()
    {
        var responses = await SubscribeAsync("subscription { personChanged(from: 1, to: 2) { fullName sponsor { fullName } } }", PeopleWorld.Everyone);

        Assert.Equal(
            [
                """{"data":{"personChanged":{"fullName":"Nguyễn Văn Ánh","sponsor":null}}}""",
                """{"data":{"personChanged":{"fullName":"Trần Thị Bình","sponsor":{"fullName":"Nguyễn Văn Ánh"}}}}""",
            ],
            responses);
    }

    [Fact]
    public async Task Events_about_what_is_out_of_reach_are_passed_over()
    {
        var ofTwo = new TestAccess().At(PeoplePermissions.Read, PeopleWorld.Two);

        var responses = await SubscribeAsync("subscription { personChanged(from: 7, to: 11) { fullName } }", ofTwo);

        Assert.Equal(
            [
                """{"data":{"personChanged":{"fullName":"Ngô Thị Hoa"}}}""",
                """{"data":{"personChanged":{"fullName":"Bùi Văn Khánh"}}}""",
                """{"data":{"personChanged":{"fullName":"Đặng Thị Lan"}}}""",
            ],
            responses);
    }

    [Fact]
    public async Task Without_the_permission_nobody_subscribes()
    {
        var responses = await SubscribeAsync("subscription { personChanged(from: 1, to: 2) { fullName } }", new TestAccess());

        Assert.Equal(
            ["""{"errors":[{"message":"You may not read Subscription.personChanged: it takes the permission 'people.read'.","locations":[{"line":1,"column":16}],"path":["personChanged"],"extensions":{"code":"FORBIDDEN","permission":"people.read"}}]}"""],
            responses);
    }

    [Fact]
    public async Task A_permission_that_is_lost_ends_the_subscription_with_an_error()
    {
        var responses = await SubscribeAsync(
            "subscription { personChanged(from: 1, to: 5) { fullName } }", PeopleWorld.Everyone, PeopleWorld.Everyone, new TestAccess());

        Assert.Equal(
            [
                """{"data":{"personChanged":{"fullName":"Nguyễn Văn Ánh"}}}""",
                """{"errors":[{"message":"You may not read Subscription.personChanged: it takes the permission 'people.read'.","locations":[{"line":1,"column":16}],"path":["personChanged"],"extensions":{"code":"FORBIDDEN","permission":"people.read"}}],"data":{"personChanged":null}}""",
            ],
            responses);
    }

    [Fact]
    public async Task Values_are_made_for_each_event_with_the_services_of_that_event()
    {
        var responses = await SubscribeAsync("subscription { figure }", new TestAccess(), new TestAccess());

        Assert.Equal(["""{"data":{"figure":"1 for test.user"}}"""], responses);
    }

    [Fact]
    public void Arguments_of_both_methods_are_arguments_of_the_field()
    {
        var field = world.Schema.SubscriptionType!.FindField("personChanged")!;

        Assert.Equal(["from: Int!", "to: Int!"], field.Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));
        Assert.Equal("Person", field.Type.ToString());
        Assert.Equal([PeoplePermissions.Read], field.Features.Get<FieldFacts>()!.Permissions);
    }

    [Fact]
    public void What_is_wrong_with_a_declaration_is_told_at_composition()
    {
        var manifest = ModuleManifest.Of(typeof(BrokenSubscriptionsModule));
        var builder = new ModuleBuilder(manifest, typeof(BrokenSubscriptionsModule).Assembly);
        new BrokenSubscriptionsModule().Register(builder);
        var composer = new SchemaComposer(new InstalledModules([new InstalledModule(manifest, builder)]));

        var failure = Assert.Throws<SchemaException>(() => composer.Compose(new HashSet<string> { "broken-subscriptions" }));

        Assert.Equal(
            [
                "The root field \"Subscription.open\" of module \"broken-subscriptions\" does not say who may ask for it. Say Requires(permission), or Public(reason).",
                "Subscription.orphan of module \"broken-subscriptions\": Orphan is fed by Nothing, which its class does not have. Correct the declaration.",
                "Subscription.single of module \"broken-subscriptions\": OnceAsync must return an IAsyncEnumerable<T>, since it feeds Single. Correct the declaration.",
                "Subscription.confused of module \"broken-subscriptions\": The event \"text\" of Confused is a String, but its stream gives Int32. Correct the declaration.",
                "Subscription.twofold of module \"broken-subscriptions\": The argument \"to\" has another type in the method that opens the stream. Correct the declaration.",
            ],
            failure.Conflicts.Select(conflict => conflict.ToString()));
    }

    /// <summary>Subscribes with the first access; each event has the next one, or the last where there are no more.</summary>
    private async Task<List<string>> SubscribeAsync(string query, params TestAccess[] accesses)
    {
        await using var scope = world.Database.Enter(TestProvinces.NamDinh, accesses[0]);
        await using var request = new KernelRequest(scope.Get<IServiceProvider>());
        var output = new ArrayBufferWriter<byte>();
        var subscription = await new GraphQLEngine(new GraphQLEngineOptions { ShowExceptions = true }).SubscribeAsync(
            world.Schema,
            new GraphQLRequest(query),
            request.ToContext(TestContext.Current.CancellationToken),
            new EventsOf(world, accesses.Length == 1 ? accesses : accesses[1..]),
            output);
        if (subscription.Outcome.Status != ExecutionStatus.Executed)
            return [Encoding.UTF8.GetString(output.WrittenSpan)];
        var responses = new List<string>();
        await foreach (var response in subscription.ReadAsync(TestContext.Current.CancellationToken))
            responses.Add(Encoding.UTF8.GetString(response.Span));
        return responses;
    }

    private sealed class EventsOf(PeopleWorld world, ICurrentAccess[] accesses) : ISubscriptionEvents
    {
        private int begun;

        public ValueTask<SubscriptionEvent> BeginAsync(CancellationToken cancellationToken)
        {
            var scope = world.Database.Enter(TestProvinces.NamDinh, accesses[Math.Min(begun++, accesses.Length - 1)]);
            var request = new KernelRequest(scope.Get<IServiceProvider>());
            var context = request.ToContext(cancellationToken);
            context.Features.Set(new Open(scope, request));
            return new ValueTask<SubscriptionEvent>(new SubscriptionEvent(world.Schema, context));
        }

        public async ValueTask EndAsync(SubscriptionEvent ended)
        {
            var open = ended.Request.Features.Get<Open>()!;
            await open.Request.DisposeAsync();
            await open.Scope.DisposeAsync();
        }

        private sealed record Open(TestScope Scope, KernelRequest Request);
    }
}
