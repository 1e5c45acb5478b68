using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Discipline;

/// <summary>What a state or prosecuting body did about a member, of which it has to inform the Party organization (MEM-56). Sensitive as such (PD-04).</summary>
internal sealed class AuthorityNotice : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The member's cell, which decides who may see it; the database keeps it in step with the member.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>What was done.</summary>
    public AuthorityAct Act { get; init; }

    /// <summary>The day on which it was done.</summary>
    public DateOnly DoneOn { get; init; }

    /// <summary>Which body did it (cơ quan ban hành).</summary>
    public string Authority { get; init; } = "";

    /// <summary>The day on which the body's written notice came in; null while it is awaited.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>Number and symbol of the notice.</summary>
    public string? Number { get; private set; }

    /// <summary>Notes that the notice came in.</summary>
    public void Receive(DateOnly receivedOn, string? number)
    {
        ReceivedOn = receivedOn;
        Number = number;
    }
}

/// <summary>What a body outside of the Party did about a member.</summary>
internal enum AuthorityAct
{
    /// <summary>A state body suspended the member from work (tạm đình chỉ công tác).</summary>
    StateSuspension,

    /// <summary>A state body punished the member (kỷ luật hành chính).</summary>
    StatePunishment,

    /// <summary>A prosecuting body charged the member (khởi tố).</summary>
    Charge,

    /// <summary>A prosecuting body detained the member (tạm giữ, tạm giam).</summary>
    Detention,
}
