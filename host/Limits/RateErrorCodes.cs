namespace Modular.Host.Limits;

/// <summary>The values of <c>errors[].extensions.code</c> for whoever asks for too much.</summary>
internal static class RateErrorCodes
{
    /// <summary>The user, or the address, asks for more than a minute allows.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>Too many operations of the user wait already.</summary>
    public const string TooManyRequests = "TOO_MANY_REQUESTS";
}
