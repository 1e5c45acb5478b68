namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>The values of <c>errors[].extensions.code</c> that streams give.</summary>
public static class StreamErrorCodes
{
    /// <summary>The access token has expired.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The host is about to stop; another one, or the same a moment later, takes the subscription.</summary>
    public const string HostStops = "HOST_STOPS";

    /// <summary>The connection or the user has as many operations or subscriptions as are allowed.</summary>
    public const string SubscriptionLimit = "SUBSCRIPTION_LIMIT";
}
