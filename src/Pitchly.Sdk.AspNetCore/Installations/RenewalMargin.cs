namespace Pitchly.AspNetCore.Installations;

/// <summary>The time before its expiration at which a token is renewed.</summary>
internal static class RenewalMargin
{
    /// <summary>
    /// The margin is at most this part of the lifetime. A token with a shorter lifetime than the guide's two hours is not renewed before
    /// three quarters of it have passed.
    /// </summary>
    private const int LifetimeDivisor = 4;

    /// <summary>A token with less time left could expire before it reaches Pitchly.</summary>
    private static readonly TimeSpan MaximumTransitTime = TimeSpan.FromSeconds(10);

    private const int TransitDivisor = 8;

    /// <summary>Returns the time before its expiration at which a token is no longer returned.</summary>
    public static TimeSpan OfUse(TimeSpan life) => life / TransitDivisor < MaximumTransitTime ? life / TransitDivisor : MaximumTransitTime;

    /// <summary>Returns a random margin of 2 to 5 minutes (as in the guide), so that nodes do not all renew at the same time.</summary>
    public static TimeSpan Of(TimeSpan life, Random random)
    {
        var spread = AccessTokenOptions.EarliestRenewal - AccessTokenOptions.LatestRenewal;
        var margin = AccessTokenOptions.LatestRenewal + (spread * random.NextDouble());
        return margin < life / LifetimeDivisor ? margin : life / LifetimeDivisor;
    }
}
