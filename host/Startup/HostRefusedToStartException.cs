namespace Modular.Host.Startup;

/// <summary>The host does not start, for the reason in the message.</summary>
internal sealed class HostRefusedToStartException(string message) : Exception(message);
