using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

/// <summary>A name must have a letter.</summary>
/// <param name="Given">What was given.</param>
internal sealed record NameNeedsALetter(string Given) : Problem
{
    public override RuleReference Rule => new("PEO-01", "Names Act, Article 3");

    protected override LocalizedText Text => new($"Tên «{Given}» phải có ít nhất một chữ cái.", $"The name \"{Given}\" must have a letter.");
}

/// <summary>A problem that no mutation declares.</summary>
internal sealed record MoonIsFull : Problem
{
    protected override LocalizedText Text => new("Trăng đang tròn.", "The moon is full.");
}

/// <summary>Another name for a person.</summary>
/// <param name="Id">The person.</param>
/// <param name="FullName">The new name.</param>
/// <param name="ExpectedVersion">The version that was read.</param>
internal sealed record RenamePersonInput([property: ID("Person")] Guid Id, string FullName, int ExpectedVersion);

/// <summary>What changes of a person; what is left out stays.</summary>
internal sealed record UpdatePersonInput
{
    /// <summary>The person.</summary>
    [ID("Person")]
    public required Guid Id { get; init; }

    /// <summary>The number of the citizen's card; null takes it away.</summary>
    public Optional<string?> CitizenId { get; init; }

    /// <summary>Where the person stands.</summary>
    public Optional<PersonStatus> Status { get; init; }

    /// <summary>New tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>By what people are chosen.</summary>
[OneOf]
internal sealed record PeopleChoice
{
    /// <summary>One person.</summary>
    [ID("Person")]
    public Guid? Person { get; init; }

    /// <summary>All of an organization.</summary>
    [ID("Organization")]
    public Guid? Organization { get; init; }
}

/// <summary>What an award came to.</summary>
/// <param name="People">Who received it.</param>
/// <param name="Points">How many points each.</param>
/// <param name="OrganizationId">Where the first of them is.</param>
internal sealed record Award(IReadOnlyList<Person> People, int Points, [property: References("Organization")] Guid? OrganizationId);

[MutationType]
internal static class PersonMutations
{
    /// <summary>Gives a person another name.</summary>
    [Requires(PeoplePermissions.Change)]
    [Error<NameNeedsALetter>]
    public static Task<Result<Person>> RenamePersonAsync(RenamePersonInput input, IWrite<PeopleDbContext> write, CancellationToken cancellationToken) =>
        write.RunAsync<Person>(
            async (db, ct) =>
            {
                if (!input.FullName.Any(char.IsLetter))
                    return new NameNeedsALetter(input.FullName) { Field = "input.fullName" };
                if (await db.People.SingleOrDefaultAsync(person => person.Id == input.Id, ct) is not { } person)
                    return new NotFound("Person") { Field = "input.id" };
                db.Expect(person, input.ExpectedVersion);
                person.FullName = input.FullName;
                return person;
            },
            cancellationToken);

    /// <summary>Changes what is given of a person.</summary>
    [Requires(PeoplePermissions.Change)]
    public static Task<Result<Person>> UpdatePersonAsync(UpdatePersonInput input, IWrite<PeopleDbContext> write, CancellationToken cancellationToken) =>
        write.RunAsync<Person>(
            async (db, ct) =>
            {
                var person = await db.People.SingleAsync(candidate => candidate.Id == input.Id, ct);
                person.CitizenId = input.CitizenId.Or(person.CitizenId);
                person.Status = input.Status.Or(person.Status);
                person.Tags = input.Tags?.ToArray() ?? person.Tags;
                return person;
            },
            cancellationToken);

    /// <summary>Gives points to the people who are chosen.</summary>
    [Requires(PeoplePermissions.Change)]
    public static Task<Result<Award>> AwardPointsAsync(
        PeopleChoice choice, IWrite<PeopleDbContext> write, CancellationToken cancellationToken, short points = 5) =>
        write.RunAsync<Award>(
            async (db, ct) =>
            {
                var people = await db.People
                    .Where(person => choice.Person != null ? person.Id == choice.Person : person.OrganizationId == choice.Organization)
                    .OrderBy(person => person.Id).ToListAsync(ct);
                foreach (var person in people)
                    person.Points += points;
                return new Award(people, points, people.FirstOrDefault()?.OrganizationId);
            },
            cancellationToken);

    /// <summary>Fails by a problem that it does not declare.</summary>
    [Public("It does nothing.")]
    public static Result<int> Howl() => new MoonIsFull();

    /// <summary>Fails by an exception.</summary>
    [Public("It does nothing.")]
    public static Result<int> Stumble() => throw new InvalidOperationException("A stone.");
}
