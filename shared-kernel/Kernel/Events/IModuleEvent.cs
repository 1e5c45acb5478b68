namespace Modular.Kernel.Events;

/// <summary>
/// Something that happened in a module and that others may act on. Events are records in the module's Contracts, carry
/// identifiers and dates but no personal data beyond what the handlers need, and change by adding optional members only.
/// </summary>
public interface IModuleEvent
{
    /// <summary>The stable name under which the event is stored, for instance <c>organizations.organization-founded</c>.</summary>
    static abstract string EventName { get; }
}
