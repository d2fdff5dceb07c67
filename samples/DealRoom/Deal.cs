using Pitchly;

namespace DealRoom;

/// <summary>A deal, as the pitch page shows it.</summary>
public sealed record Deal(RowId Id, string Name, string Client, string Stage, double Amount, string Currency, string Closes);
