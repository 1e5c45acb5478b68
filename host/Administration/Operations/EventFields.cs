using Modular.GraphQL.CodeFirst;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Operations;

/// <summary>How far a module has come with the events of the province (hàng đợi sự kiện).</summary>
/// <param name="Module">The module.</param>
/// <param name="Waiting">How many events lie before it; those that it does not listen to are counted too.</param>
/// <param name="MovedAt">When it last moved.</param>
[GraphQLName("EventQueue")]
[Classified(DataClass.Internal)]
internal sealed record EventQueueView(string Module, long Waiting, DateTimeOffset MovedAt);

/// <summary>An event that a module failed to handle every time (sự kiện bị dừng). What the failure says may be about persons, and stays in the database.</summary>
/// <param name="Module">The module.</param>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name, for instance `organizations.organization-founded`.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ErrorType">The kind of the last failure.</param>
/// <param name="ParkedAt">When it was given up.</param>
/// <param name="IsAskedAgain">Whether it is going to be tried again.</param>
[GraphQLName("ParkedEvent")]
[Classified(DataClass.Internal)]
internal sealed record ParkedEventView(string Module, Guid EventId, string EventName, int Attempts, string ErrorType, DateTimeOffset ParkedAt, bool IsAskedAgain);

[QueryType]
internal static class EventQueries
{
    /// <summary>How far each module that listens to events has come; a module that has had none yet is left out.</summary>
    [Requires(HostPermissions.ReadOperations)]
    public static async Task<IReadOnlyList<EventQueueView>> EventQueuesAsync(
        EventQueues events, ICurrentProvince province, ICurrentAccess access, CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ReadOperations);
        return [.. (await events.ReadAsync(province.Province.Id, cancellationToken)).Select(queue => new EventQueueView(queue.Module, queue.Waiting, queue.MovedAt))];
    }

    /// <summary>The events that modules failed to handle, the oldest first.</summary>
    [Requires(HostPermissions.ReadOperations)]
    public static async Task<IReadOnlyList<ParkedEventView>> ParkedEventsAsync(
        EventQueues events, ICurrentProvince province, ICurrentAccess access, CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ReadOperations);
        return
        [
            .. (await events.ReadParkedAsync(province.Province.Id, cancellationToken)).Select(parked => new ParkedEventView(
                parked.Module, parked.EventId, parked.EventName, parked.Attempts, parked.ErrorType, parked.ParkedAt, parked.IsAskedAgain)),
        ];
    }
}

[MutationType]
internal static class EventMutations
{
    /// <summary>Has a parked event tried again (thử lại sự kiện bị dừng); where it fails once more it is parked anew.</summary>
    [Requires(HostPermissions.HandleEvents)]
    [Error<OperationsBelongToTheProvince>]
    [Error<EventIsNotParked>]
    public static Task<Result<ParkedEventChange>> RetryParkedEventAsync(
        RetryParkedEventInput input, EventQueues events, ICurrentProvince province, ICurrentAccess access, CancellationToken cancellationToken) =>
        ActAsync(input.EventId, input.Reason, access, () => events.RetryAsync(province.Province.Id, input.Module, input.EventId, access, input.Reason.Trim(), cancellationToken));

    /// <summary>Gives a parked event up (bỏ sự kiện bị dừng): the module never hears of it. Who did so and why stands in the history.</summary>
    [Requires(HostPermissions.HandleEvents)]
    [Error<OperationsBelongToTheProvince>]
    [Error<EventIsNotParked>]
    public static Task<Result<ParkedEventChange>> DropParkedEventAsync(
        DropParkedEventInput input, EventQueues events, ICurrentProvince province, ICurrentAccess access, CancellationToken cancellationToken) =>
        ActAsync(input.EventId, input.Reason, access, () => events.DropAsync(province.Province.Id, input.Module, input.EventId, access, input.Reason.Trim(), cancellationToken));

    private static async Task<Result<ParkedEventChange>> ActAsync(Guid eventId, string reason, ICurrentAccess access, Func<Task<bool>> act)
    {
        if (!access.ScopeOf(HostPermissions.HandleEvents).CoversProvince)
            return new OperationsBelongToTheProvince();
        var problems = AccessInput.Reason(reason).ToList();
        if (problems.Count > 0)
            return problems;
        return await act() ? new ParkedEventChange(eventId) : new EventIsNotParked { Field = "input.eventId" };
    }
}

/// <summary>Has a parked event tried again.</summary>
/// <param name="Module">The module that failed to handle it.</param>
/// <param name="EventId">The event.</param>
/// <param name="Reason">Why, for the history.</param>
internal sealed record RetryParkedEventInput(string Module, Guid EventId, string Reason);

/// <summary>Gives a parked event up.</summary>
/// <param name="Module">The module that failed to handle it.</param>
/// <param name="EventId">The event.</param>
/// <param name="Reason">Why, for the history.</param>
internal sealed record DropParkedEventInput(string Module, Guid EventId, string Reason);

/// <summary>What a payload shows of a parked event.</summary>
/// <param name="EventId">The event.</param>
[Classified(DataClass.Internal)]
internal sealed record ParkedEventChange(Guid EventId);

/// <summary>The event is not parked for the module, or was tried again successfully meanwhile.</summary>
internal sealed record EventIsNotParked : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Sự kiện này không bị dừng ở phân hệ đã nêu.", "The event is not parked for this module.");
}

/// <summary>Events and policies are of the province as a whole, so whoever handles them for a part of it changes none.</summary>
internal sealed record OperationsBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Sự kiện và chính sách thuộc về toàn tỉnh; chỉ người phụ trách của cả tỉnh được xử lý.",
        "Events and policies are of the whole province, and handled by whoever is in charge for all of it.");
}
