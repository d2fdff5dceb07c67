using Pitchly;

namespace DealRoom;

/// <summary>A deal as it is shown on the pitch page.</summary>
public sealed record Deal(RowId Id, string Name, string Client, string Stage, double Amount, string Currency, string Closes);
