namespace Modular.Host.Commands;

/// <summary>A command cannot be carried out, for the reason in the message.</summary>
internal sealed class CommandRefusedException(string message) : Exception(message);
