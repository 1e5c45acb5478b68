namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>A response is larger than allowed; what was written of it is thrown away.</summary>
internal sealed class ResponseTooLargeException : Exception;
