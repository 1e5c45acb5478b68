using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

/// <summary>What a greeting needs of a person.</summary>
internal sealed record PersonToGreet(Guid Id, string FullName, PersonStatus Status, short Points);

/// <summary>How a person is greeted.</summary>
/// <param name="Words">The words.</param>
/// <param name="GreetedId">Who is greeted.</param>
[Classified(DataClass.Internal)]
internal sealed record Greeting(string Words, [property: References("Person")] Guid GreetedId)
{
    /// <summary>How long the words are.</summary>
    public int Length => Words.Length;
}

[ExtendObjectType("Person")]
internal static class PersonMethods
{
    /// <summary>How often a greeting ran; for tests.</summary>
    [GraphQLIgnore]
    public static int Calls { get; set; }

    /// <summary>A greeting for the person.</summary>
    public static IReadOnlyList<Greeting> GetGreeting([Parents] IReadOnlyList<PersonToGreet> people, string word = "Hello")
    {
        Calls++;
        return [.. people.Select(person => new Greeting($"{word}, {person.FullName} ({person.Status}, {person.Points})", person.Id))];
    }

    /// <summary>Who is in the same organization.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Person>>> GetColleaguesAsync(
        [Parents] IReadOnlyList<Guid> people, PeopleDbContext db, CancellationToken cancellationToken)
    {
        var places = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.OrganizationId, cancellationToken);
        var found = await db.People.Where(person => places.Values.Contains(person.OrganizationId)).OrderBy(person => person.Id).ToListAsync(cancellationToken);
        return places.ToDictionary(place => place.Key, IReadOnlyList<Person> (place) => [.. found.Where(person => person.OrganizationId == place.Value && person.Id != place.Key)]);
    }
}

[QueryType]
internal static class PersonQueryMethods
{
    /// <summary>The person with the most points.</summary>
    [Requires(PeoplePermissions.Read)]
    public static Task<Person?> GetChampionAsync(PeopleDbContext db, CancellationToken cancellationToken) =>
        db.People.OrderByDescending(person => person.Points).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The organizations that have people.</summary>
    [Public("Organizations are known to everyone.")]
    [References("Organization")]
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<Guid>> GetPeopledOrganizationsAsync(PeopleDbContext db, CancellationToken cancellationToken) =>
        await db.People.Select(person => person.OrganizationId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);

    /// <summary>Days, told back.</summary>
    [Public("It reads nothing.")]
    [Classified(DataClass.Internal)]
    public static IReadOnlyList<DateOnly> Echo(IReadOnlyList<DateOnly> days, PersonStatus? status = null, [ID("Person")] Guid? person = null)
    {
        _ = status;
        _ = person;
        return days;
    }
}
