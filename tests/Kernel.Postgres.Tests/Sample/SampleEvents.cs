using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;

namespace Modular.Kernel.Postgres.Tests.Sample;

internal sealed record PersonJoined(Guid PersonId, string Code) : IModuleEvent
{
    public static string EventName => "sample.person-joined";
}

/// <summary>Counts each event in a row of its own, so that handling one twice shows.</summary>
internal sealed class WhenPersonJoined(SampleDbContext db) : IEventHandler<PersonJoined>
{
    public Task HandleAsync(PersonJoined happened, EventContext context, CancellationToken cancellationToken)
    {
        var year = db.Degrees.Count() + 1;
        db.Add(new Degree { Code = happened.Code, Year = year, Title = happened.PersonId.ToString() });
        if (happened.Code == "POISON")
            throw new InvalidOperationException("The card of Nguyễn Văn A is unreadable.");
        // As if an administrator disabled the module while a batch of events is handled.
        return happened.Code == "LAST"
            ? db.Database.ExecuteSqlAsync($"update kernel.province_modules set enabled = false where province_id = {context.Province.Value} and module = 'sample'", cancellationToken)
            : Task.CompletedTask;
    }
}
