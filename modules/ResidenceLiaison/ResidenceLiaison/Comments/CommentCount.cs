using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>From which end comments are counted.</summary>
internal enum CommentSide
{
    /// <summary>The residential cell, which writes them (nơi cư trú).</summary>
    Residence,

    /// <summary>The member's own cell, which gets them (nơi công tác).</summary>
    Workplace,
}

/// <summary>The yearly comments of a cell by last day. The database keeps it true by triggers on requests; nothing else writes it.</summary>
internal sealed class CommentCount : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The cell.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>From which end.</summary>
    public CommentSide Side { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Those of which nothing is written.</summary>
    public int Requested { get; private set; }

    /// <summary>Those that the cell is writing.</summary>
    public int Drafted { get; private set; }

    /// <summary>Those that the cell signed.</summary>
    public int Signed { get; private set; }

    /// <summary>Those that the commune committee certified.</summary>
    public int Certified { get; private set; }

    /// <summary>Those that were sent by the last day.</summary>
    public int SentInTime { get; private set; }

    /// <summary>Those that were sent after it.</summary>
    public int SentLate { get; private set; }

    /// <summary>Of those that were sent, those of which the member was told.</summary>
    public int Told { get; private set; }

    /// <summary>Those that came back without a comment (RES-15).</summary>
    public int Returned { get; private set; }

    /// <summary>Of those that were sent, those that commend.</summary>
    public int Commended { get; private set; }

    /// <summary>Of those that were sent, those that neither commend nor remind.</summary>
    public int Ordinary { get; private set; }

    /// <summary>Of those that were sent, those that remind or criticise.</summary>
    public int Warned { get; private set; }
}
