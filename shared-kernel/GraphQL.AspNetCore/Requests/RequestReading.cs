using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>A request as it was read, or why it could not be.</summary>
internal readonly struct RequestReading
{
    private RequestReading(GraphQLRequest? request, HttpProblem? problem)
    {
        Request = request;
        Problem = problem;
    }

    public GraphQLRequest? Request { get; }

    public HttpProblem? Problem { get; }

    public static implicit operator RequestReading(GraphQLRequest request) => new(request, null);

    public static implicit operator RequestReading(HttpProblem problem) => new(null, problem);
}
